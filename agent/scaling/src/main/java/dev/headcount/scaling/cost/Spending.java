package dev.headcount.scaling.cost;

import dev.headcount.scaling.Signal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Counts what a pool costs, by calendar months, UTC.
 *
 * <p>Law: a thread costs for as long as it lives, at the price of that time; a call when its task has ended. Between
 * two looks there were as many threads as at the first; of what lies in the month before, that month's threads are
 * forgotten with it.
 * Time: the signal's for durations, by difference only; wall-clock for the month alone.
 * Threads: single owner. Cost: a comparison without prices, a small object a look with some.
 */
public final class Spending {

    private static final double HOUR_NANOS = 3.6e12;
    private static final long MILLI_NANOS = 1_000_000;

    private String month = "";
    private long monthBeginMillis;
    private long monthEndMillis = Long.MIN_VALUE;
    private double spent;
    private double total;

    private boolean hasSeen;
    private long lastNanos;
    private int threads;
    private long completed;

    /** Adds what the time since the last look has cost; {@link Cost#NONE} while nothing has a price. */
    public Cost see(Signal signal, long timeMillis, Prices prices) {
        if (prices == Prices.NONE) {
            hasSeen = false; // what had no price will not be charged later
            return Cost.NONE;
        }
        turnTo(timeMillis);
        if (hasSeen) {
            double calls = prices.call() * Math.max(0, signal.tally().completed() - completed);
            long nanos = Math.max(0, signal.nowNanos() - lastNanos);
            long ofMonth = Math.min(nanos, (timeMillis - monthBeginMillis) * MILLI_NANOS);
            double threadNanoPrice = prices.threadHour() * threads / HOUR_NANOS;
            spent += threadNanoPrice * ofMonth + calls;
            total += threadNanoPrice * nanos + calls;
        }
        hasSeen = true;
        lastNanos = signal.nowNanos();
        threads = signal.size();
        completed = signal.tally().completed();
        return Cost.of(prices, month, spent, total);
    }

    private void turnTo(long timeMillis) {
        if (timeMillis < monthEndMillis) { // a clock that is set back spends on in the later month
            return;
        }
        YearMonth now = YearMonth.from(Instant.ofEpochMilli(timeMillis).atZone(ZoneOffset.UTC));
        spent = now.toString().equals(month) ? spent : 0;
        month = now.toString();
        monthBeginMillis = millis(now);
        monthEndMillis = millis(now.plusMonths(1));
    }

    private static long millis(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** Adds what an earlier run spent, if {@code thatMonth}, such as {@code 2026-11}, is this one. */
    public void recall(String thatMonth, double before) {
        if (month.isEmpty()) {
            month = thatMonth;
        }
        spent += month.equals(thatMonth) ? before : 0;
    }
}
