package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;

/**
 * How many threads the present arrivals keep busy.
 *
 * <p>Law: the offered load is {@code rate x service}, each the mean over the longest window (0.1 s, and each 1.6
 * times the one before, up to 5 s) that agrees with all shorter ones; a shorter one disagrees when its count is
 * further from the longer one's than chance puts it: Poisson for arrivals, the measured variation for service times.
 * So a steady load is averaged over seconds, and a step is followed within a tenth of one.
 * Invariant: rate and service are 0 or more; the service time stays known once it was.
 * Threads: single owner. Cost: some eighty comparisons a tick.
 * Blind to: tasks that have not ended yet; when all of a sudden they take longer, {@link Backlog} sees it first.
 * Source: Little (1961), <i>A proof for the queuing formula L = λW</i>; the windows are those of adaptive windowing,
 * Bifet and Gavaldà (2007).
 */
final class Load {

    private static final double SHORTEST_SECONDS = 0.1;
    private static final double LONGEST_SECONDS = 5;
    private static final double RATIO = 1.6;

    /** Deviations that chance is allowed: fewer, and a steady load is taken for a change ten times a minute. */
    private static final double ARRIVAL_DEVIATIONS = 3;

    /** More of them for service times, whose variation is itself a guess. */
    private static final double SERVICE_DEVIATIONS = 4;

    /** Fewer samples say nothing about a mean. */
    private static final double LEAST_SAMPLES = 5;

    /** Tasks that all take the same time would turn the last digit into a change. */
    private static final double LEAST_VARIATION = 0.1;

    /** Of exponential service times: what is assumed while nothing is known. */
    private static final double USUAL_VARIATION = 1;

    private static final double ABSURD = 1e6;

    private final int[] windows = new int[16];
    private int count;

    private double ratePerSecond;
    private double serviceSeconds = Double.NaN;
    private double variation = USUAL_VARIATION;

    void read(Ledger ledger, Signal signal) {
        double measured = signal.serviceVariation();
        variation = measured >= 0 && measured < ABSURD ? measured : USUAL_VARIATION;
        chooseWindows(ledger);
        if (count > 0) {
            ratePerSecond = rate(ledger);
            double mean = service(ledger);
            serviceSeconds = mean > 0 ? mean : serviceSeconds;
        }
        if (!(serviceSeconds > 0) && signal.serviceMeanSeconds() < ABSURD) {
            serviceSeconds = signal.serviceMeanSeconds();
        }
    }

    private void chooseWindows(Ledger ledger) {
        count = 0;
        int ago = 1;
        for (double window = SHORTEST_SECONDS; window < LONGEST_SECONDS * RATIO; window *= RATIO) {
            ago = ledger.ago(Math.min(window, LONGEST_SECONDS), ago);
            boolean isNew = count == 0 || windows[count - 1] != ago;
            if (ago < ledger.count() && isNew && count < windows.length) {
                windows[count++] = ago;
            }
        }
    }

    private double rate(Ledger ledger) {
        double agreed = ledger.arrivedSince(windows[0]) / ledger.secondsSince(windows[0]);
        for (int i = 1; i < count; i++) {
            double seconds = ledger.secondsSince(windows[i]);
            double rate = ledger.arrivedSince(windows[i]) / seconds;
            for (int j = 0; j < i; j++) {
                double shorter = ledger.secondsSince(windows[j]);
                double off = ledger.arrivedSince(windows[j]) - rate * shorter;
                double chance = Math.max(1, rate * shorter) * (1 - shorter / seconds);
                if (off * off > ARRIVAL_DEVIATIONS * ARRIVAL_DEVIATIONS * chance) {
                    return agreed;
                }
            }
            agreed = rate;
        }
        return agreed;
    }

    private double service(Ledger ledger) {
        double agreed = Double.NaN;
        for (int i = 0; i < count; i++) {
            double tasks = ledger.servicesSince(windows[i]);
            if (tasks < 1) {
                continue;
            }
            double mean = ledger.serviceSecondsSince(windows[i]) / tasks;
            for (int j = 0; j < i; j++) {
                double fewer = ledger.servicesSince(windows[j]);
                if (fewer >= LEAST_SAMPLES) {
                    double off = ledger.serviceSecondsSince(windows[j]) / fewer - mean;
                    double chance = mean * mean * Math.max(LEAST_VARIATION, variation) * (1 / fewer - 1 / tasks);
                    if (off * off > SERVICE_DEVIATIONS * SERVICE_DEVIATIONS * Math.max(0, chance)) {
                        return agreed;
                    }
                }
            }
            agreed = mean;
        }
        return agreed;
    }

    /** Arrivals, tasks a second. */
    double ratePerSecond() {
        return ratePerSecond;
    }

    /** Mean time in {@code run}; {@code NaN} while no task has ended. */
    double serviceSeconds() {
        return serviceSeconds;
    }

    /** Squared coefficient of variation of the service times. */
    double variation() {
        return variation;
    }

    boolean isKnown() {
        return serviceSeconds > 0;
    }

    /** The offered load; 0 while the service time is unknown. */
    double threads() {
        return isKnown() ? ratePerSecond * serviceSeconds : 0;
    }
}
