package dev.headcount.agent.config;

import dev.headcount.scaling.DurationText;

/** How many threads a pool may have while the JVM starts, and for how long: {@code 2/cpu for 60s}. */
public final class StartUp {

    /** For editors. */
    static final String PATTERN = "^(off|[1-9]\\d{0,4}( ?x ?core|/cpu)? for \\d{1,9}(ms|s|m|h))$";

    private static final String FOR = " for ";
    private static final long SHORTEST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 3_600_000;

    private final Size ceiling;
    private final long millis;

    private StartUp(Size ceiling, long millis) {
        this.ceiling = ceiling;
        this.millis = millis;
    }

    /** @return null when {@code text} is none */
    static StartUp of(String text) {
        int split = text.indexOf(FOR);
        Size ceiling = split < 0 ? null : Size.of(text.substring(0, split));
        long millis = split < 0 ? 0 : DurationText.millis(text.substring(split + FOR.length()));
        return ceiling == null || millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS
                ? null
                : new StartUp(ceiling, millis);
    }

    public Size ceiling() {
        return ceiling;
    }

    /** From the start of the JVM, 1,000 to 3,600,000. */
    public long millis() {
        return millis;
    }
}
