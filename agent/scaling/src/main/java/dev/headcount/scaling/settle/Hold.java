package dev.headcount.scaling.settle;

import dev.headcount.scaling.Quantity;

/** Why a target that was wanted is not, or not wholly, taken at this tick; immutable. */
public abstract class Hold {

    private final boolean isWhole;

    private Hold(boolean isWhole) {
        this.isWhole = isWhole;
    }

    /** Whether nothing of the change is made; else a part, or more than was wanted. */
    public boolean isWhole() {
        return isWhole;
    }

    /** For a person, as the end of a sentence that says what is wanted. */
    public abstract String words();

    static Hold cooldown(long leftNanos, int changesLately) {
        return new Hold(true) {
            @Override
            public String words() {
                return "held for another " + Quantity.nanos(leftNanos) + " of cooldown"
                        + (changesLately >= FlapGuard.RESTING_FROM ? flapping(changesLately) : "");
            }
        };
    }

    static Hold deadband(double share, int from) {
        return new Hold(true) {
            @Override
            public String words() {
                return "held by the deadband: less than " + Math.round(100 * share) + "% of " + from;
            }
        };
    }

    static Hold window(int lowest, long windowNanos, boolean isWhole) {
        return new Hold(isWhole) {
            @Override
            public String words() {
                return "not below " + lowest + ", which was wanted within the last " + Quantity.nanos(windowNanos);
            }
        };
    }

    static Hold step(int threads) {
        return new Hold(false) {
            @Override
            public String words() {
                return "by " + threads + " at most in one change";
            }
        };
    }

    static Hold coarse(int changesLately) {
        return new Hold(false) {
            @Override
            public String words() {
                return "grown by half at least" + flapping(changesLately);
            }
        };
    }

    private static String flapping(int changesLately) {
        return ", after " + changesLately + " changes in a minute";
    }
}
