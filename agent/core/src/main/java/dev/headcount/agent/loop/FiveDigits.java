package dev.headcount.agent.loop;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Measured numbers as they are shown, everywhere alike: five significant digits, more are noise and hide the number.
 *
 * <p>Cost: a logarithm and a division; no garbage between 1e-17 and 1e22.
 */
public final class FiveDigits {

    private static final int DIGITS = 5;

    /** The largest power of ten that a double holds exactly. */
    private static final int EXACT = 22;

    private static final double[] POWERS = new double[EXACT + 1];

    static {
        for (int power = 0; power <= EXACT; power++) {
            POWERS[power] = Double.parseDouble("1e" + power);
        }
    }

    private FiveDigits() {}

    /** What is no finite number stays as it is. */
    public static double of(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        int shift = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (shift >= 0 && shift <= EXACT) {
            return Math.round(value * POWERS[shift]) / POWERS[shift];
        }
        if (shift < 0 && shift >= -EXACT + DIGITS) {
            return Math.round(value / POWERS[-shift]) * POWERS[-shift];
        }
        return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }
}
