package dev.headcount.agent.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes text and numbers, the latter as {@code Long.toString} and {@code Double.toString} do.
 *
 * <p>Cost: one buffer; no garbage but for numbers with a fraction or of eight digits and more.
 */
final class NumberWriter {

    private static final int BUFFER = 8192;

    /** Digits of the longest {@code long}, and of a {@code double} that is written here. */
    private static final int LONGEST = 24;

    /** From here on {@code Double.toString} writes an exponent. */
    private static final double WITH_EXPONENT = 1e7;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    NumberWriter(OutputStream out) {
        this.out = out;
    }

    void text(byte[] text, int from, int to) throws IOException {
        for (int at = from; at < to; ) {
            if (used == BUFFER) {
                flush();
            }
            int some = Math.min(to - at, BUFFER - used);
            System.arraycopy(text, at, buffer, used, some);
            used += some;
            at += some;
        }
    }

    void whole(long number) throws IOException {
        if (BUFFER - used < LONGEST) {
            flush();
        }
        if (number < 0) {
            letters(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = used + digits - 1; at >= used; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
    }

    void number(double number) throws IOException {
        if (BUFFER - used < 2 * LONGEST) {
            flush();
        }
        if (number >= 0 && number < WITH_EXPONENT && number == (long) number && 1 / number > 0) {
            whole((long) number);
            letters(".0");
        } else if (number == Double.POSITIVE_INFINITY) {
            letters("+Inf");
        } else if (number == Double.NEGATIVE_INFINITY) {
            letters("-Inf");
        } else {
            letters(Double.toString(number));
        }
    }

    private void letters(String ascii) {
        for (int at = 0; at < ascii.length(); at++) {
            buffer[used++] = (byte) ascii.charAt(at);
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
