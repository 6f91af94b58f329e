package dev.headcount.scaling.cost;

import java.util.Objects;

/** What things cost, all in one currency; immutable. A price of 0 is none. */
public final class Prices {

    /** Nothing costs anything. */
    public static final Prices NONE = new Prices(0, 0, 0, 0, false);

    private final double threadHour;
    private final double call;
    private final double waitMilli;
    private final double budget;
    private final boolean isHard;

    private Prices(double threadHour, double call, double waitMilli, double budget, boolean isHard) {
        this.threadHour = threadHour;
        this.call = call;
        this.waitMilli = waitMilli;
        this.budget = budget;
        this.isHard = isHard;
    }

    /**
     * Prices without a budget.
     *
     * @param threadHour of a thread for an hour
     * @param call of what one task calls downstream
     * @param waitMilli what it is worth that one task waits a millisecond less
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public static Prices of(double threadHour, double call, double waitMilli) {
        return new Prices(
                checked("a thread hour", threadHour), checked("a call", call), checked("a wait", waitMilli), 0, false);
    }

    /**
     * The same with a budget.
     *
     * @param monthly what a calendar month, UTC, may cost; 0 for any
     * @param hard whether it holds growth back even while waits miss the objective
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Prices withBudget(double monthly, boolean hard) {
        return new Prices(threadHour, call, waitMilli, checked("a month", monthly), hard);
    }

    private static double checked(String what, double price) {
        if (!(price >= 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("the price of " + what + " must be 0 or more and finite: got " + price);
        }
        return price;
    }

    /** Of a thread for an hour. */
    public double threadHour() {
        return threadHour;
    }

    /** Of what one task calls downstream. */
    public double call() {
        return call;
    }

    /** What it is worth that one task waits a millisecond less. */
    public double waitMilli() {
        return waitMilli;
    }

    /** What a month may cost; 0 for any. */
    public double budget() {
        return budget;
    }

    /** Whether the budget holds growth back even while waits miss the objective. */
    public boolean isHard() {
        return isHard;
    }

    /** Whether anything adds to what the pool costs. */
    public boolean areCharged() {
        return threadHour > 0 || call > 0;
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof Prices)) {
            return false;
        }
        Prices other = (Prices) object;
        return threadHour == other.threadHour
                && call == other.call
                && waitMilli == other.waitMilli
                && budget == other.budget
                && isHard == other.isHard;
    }

    @Override
    public int hashCode() {
        return Objects.hash(threadHour, call, waitMilli, budget, isHard);
    }

    /** In words for a person; empty where nothing has a price. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        add(words, "a thread costs ", threadHour, " an hour");
        add(words, "a call ", call, "");
        add(words, "a millisecond of wait ", waitMilli, "");
        return words.toString();
    }

    private static void add(StringBuilder words, String before, double price, String after) {
        if (price > 0) {
            words.append(words.length() == 0 ? "" : ", ")
                    .append(before)
                    .append(Money.text(price))
                    .append(after);
        }
    }
}
