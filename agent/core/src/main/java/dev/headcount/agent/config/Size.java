package dev.headcount.agent.config;

/**
 * A number of threads as people write it: {@code 12}, {@code 2x core} or {@code 4/cpu}.
 *
 * <p>Invariant: finite, and 1 or more whatever it is relative to.
 */
public final class Size {

    /** For editors. */
    static final String PATTERN = "^(advised|[1-9]\\d{0,4}|[1-9]\\d{0,3} ?x ?core|[1-9]\\d{0,3}/cpu)$";

    /** No size yet: what a pool's past will advise. */
    static final String ADVISED = "advised";

    /** Far above what a process can use, low enough that a slip of the pen stays a slip. */
    private static final int MAX = 10_000;

    private static final String[] UNBOUNDED = {"0", "-1", "2147483647", "unlimited", "unbounded", "none"};

    private enum Unit {
        THREADS(""),
        TIMES_CORE("xcore"),
        EACH_PROCESSOR("/cpu");

        final String text;

        Unit(String text) {
            this.text = text;
        }
    }

    private final int number;
    private final Unit unit;
    private final String text;

    private Size(int number, Unit unit, String text) {
        this.number = number;
        this.unit = unit;
        this.text = text;
    }

    /** @return null when {@code text} is no size */
    static Size of(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        // Not "010": that is eight to some readers and ten to others.
        if (digits == 0 || digits > 5 || text.charAt(0) == '0') {
            return null;
        }
        int number = Integer.parseInt(text.substring(0, digits));
        String rest = text.substring(digits).replace(" ", "");
        for (Unit unit : Unit.values()) {
            if (unit.text.equals(rest) && number <= MAX && text.trim().equals(text)) {
                return new Size(number, unit, text);
            }
        }
        return null;
    }

    /** Whether one absolute size is below another; false where one is relative, or advised. */
    static boolean isBelow(String text, String other) {
        Size one = of(text);
        Size two = of(other);
        return one != null
                && two != null
                && one.unit == Unit.THREADS
                && two.unit == Unit.THREADS
                && one.number < two.number;
    }

    static boolean isUnbounded(String text) {
        for (String unbounded : UNBOUNDED) {
            if (unbounded.equals(text)) {
                return true;
            }
        }
        return false;
    }

    /**
     * In threads, 1 to 10000.
     *
     * @param core the application's own core size, 0 or more
     * @param processors that the process may use, 1 or more
     */
    public int threads(int core, int processors) {
        long of = unit == Unit.THREADS ? 1 : unit == Unit.TIMES_CORE ? Math.max(1, core) : processors;
        return (int) Math.min(MAX, number * of);
    }

    boolean isAbsolute() {
        return unit == Unit.THREADS;
    }

    @Override
    public String toString() {
        return text;
    }
}
