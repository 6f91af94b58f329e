package dev.headcount.scaling;

/**
 * Makes a steadier signal of one that jumps, over readings that come at uneven times.
 *
 * <p>Invariant: the result lies between the smallest and the largest reading; {@code toString} says which kind and how
 * long, in the words of {@link #of}.
 * Time: a reading at or before the moment of the one before it changes nothing.
 * Threads: single owner.
 */
public interface Smoothing {

    /** What {@link #of} understands, for a message. */
    String EXPECTED = "none, or a kind and its length: ewma 1s (half-life), sma 10s (window) or median 5 (readings)";

    /** The same for editors: a regular expression. */
    String PATTERN = "none|(ewma|sma) [1-9]\\d{0,5}(ms|s|m)|median [1-9]\\d?";

    /** Takes in a finite {@code reading} made at {@code nowNanos}, and returns the smoothed value. */
    double add(double reading, long nowNanos);

    /**
     * A new one of the kind that {@code text} says, such as {@code ewma 1s}; {@code none} leaves readings as they are.
     *
     * @throws IllegalArgumentException if it says nothing of the sort
     */
    static Smoothing of(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException("expected " + EXPECTED + ": got " + text);
        }
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return new MedianOf(1);
        }
        String length = text.substring(blank + 1);
        switch (text.charAt(0)) {
            case 'e':
                return new Ewma(1_000_000L * DurationText.millis(length));
            case 's':
                return new Sma(1_000_000L * DurationText.millis(length));
            default:
                return new MedianOf(Integer.parseInt(length));
        }
    }
}
