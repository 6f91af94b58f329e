package dev.headcount.scaling.adaptive;

/**
 * How many threads keep the share of late tasks small while the load stays as it is.
 *
 * <p>Law: the smallest {@code c > a} with {@code C(c, a) exp(-2 (c - a) T / (S (1 + v))) <= share}, and with
 * {@code C(c, a) (a / c)^K <= share} where the queue holds only {@code K} tasks: {@code C} is {@link ErlangC},
 * {@code a} the offered load, {@code T} the wait objective, {@code S} the mean service time and {@code v} its squared
 * variation. The exponential is exact for {@code v = 1}; for others the mean wait is stretched by
 * {@code (1 + v) / 2}.
 * Invariant: never fewer for a larger load or a smaller share.
 * Cost: one pass of {@link ErlangC}'s recursion, and an exponential for each thread above {@code a}. Threads: any.
 * Blind to: what waits already; {@link Backlog} sees it.
 * Source: Erlang (1917); Lee and Longton (1959) for the stretched wait; Kleinrock (1975), <i>Queueing Systems</i> I,
 * for the queue's lengths.
 */
final class Staffing {

    private Staffing() {}

    /**
     * Threads, 1 to {@code most}.
     *
     * @param queueCapacity tasks that the queue can hold; {@link Integer#MAX_VALUE} when unbounded
     */
    static int threads(Load load, double objectiveSeconds, int queueCapacity, double share, int most) {
        return load.isKnown()
                ? threads(
                        load.threads(),
                        objectiveSeconds / load.serviceSeconds() / (1 + load.variation()),
                        queueCapacity,
                        share,
                        most)
                : 1;
    }

    /** As above; {@code patience} is {@code T / (S (1 + v))}. */
    static int threads(double load, double patience, int queueCapacity, double share, int most) {
        double loss = 1;
        for (int c = 1; c < most; c++) {
            loss = ErlangC.lossAfter(loss, c, load);
            if (c > load) {
                double waiting = ErlangC.waiting(loss, c, load);
                boolean isSeldomLate = waiting * Math.exp(-2 * (c - load) * patience) <= share;
                if (isSeldomLate
                        && (queueCapacity == Integer.MAX_VALUE
                                || waiting * Math.pow(load / c, queueCapacity) <= share)) {
                    return c;
                }
            }
        }
        return most;
    }
}
