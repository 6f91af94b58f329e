package dev.headcount.scaling.cost;

import java.util.Objects;

/**
 * What one pool has cost, as of one tick, and at which prices; immutable.
 *
 * <p>Threads: any.
 */
public final class Cost {

    /** Nothing has a price. */
    public static final Cost NONE = new Cost(Prices.NONE, "", 0, 0);

    private static final double ANNOUNCED = 0.8;

    private final Prices prices;
    private final String month;
    private final double spent;
    private final double total;

    private Cost(Prices prices, String month, double spent, double total) {
        this.prices = prices;
        this.month = month;
        this.spent = spent;
        this.total = total;
    }

    /**
     * So much of a month.
     *
     * @param month such as {@code 2026-11}, UTC
     * @param spent in it, 0 or more
     * @param total since the pool was found, 0 or more
     */
    public static Cost of(Prices prices, String month, double spent, double total) {
        return new Cost(Objects.requireNonNull(prices, "prices"), Objects.requireNonNull(month, "month"), spent, total);
    }

    /** What things cost; {@link Prices#NONE} where nobody said so. */
    public Prices prices() {
        return prices;
    }

    /** Such as {@code 2026-11}, UTC; empty where nothing has a price. */
    public String month() {
        return month;
    }

    /** What was spent in {@link #month}, before a restart included; 0 or more. */
    public double spent() {
        return spent;
    }

    /** What was spent since the pool was found, 0 or more; {@code NaN} where nothing is charged. */
    public double total() {
        return prices.areCharged() ? total : Double.NaN;
    }

    /** Whether four fifths of the budget are spent. */
    public boolean isNearlySpent() {
        return prices.budget() > 0 && spent >= ANNOUNCED * prices.budget();
    }

    /** Whether the whole budget is spent. */
    public boolean isSpent() {
        return prices.budget() > 0 && spent >= prices.budget();
    }

    /** What was spent of what, such as {@code 81.2 of 100 spent in 2026-11 (hard budget)}. */
    public String words() {
        String budget = prices.budget() > 0 ? " of " + Money.text(prices.budget()) : "";
        return Money.text(spent) + budget + " spent in " + month + (prices.isHard() ? " (hard budget)" : "");
    }
}
