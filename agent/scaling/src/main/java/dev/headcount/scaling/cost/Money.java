package dev.headcount.scaling.cost;

import java.util.Locale;

/** An amount for a person: three digits that count, no exponent, the same in every locale. */
public final class Money {

    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 15;

    private Money() {}

    /** Such as {@code 0}, {@code 0.00123}, {@code 98.5} or {@code 12345}; {@code amount} is 0 or more and finite. */
    public static String text(double amount) {
        int magnitude = amount > 0 ? (int) Math.floor(Math.log10(amount)) + 1 : DIGITS;
        int decimals = Math.min(MOST_DECIMALS, Math.max(0, DIGITS - magnitude));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", amount);
        return decimals == 0 ? text : text.replaceFirst("\\.?0+$", "");
    }
}
