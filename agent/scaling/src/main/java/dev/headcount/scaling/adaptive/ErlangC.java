package dev.headcount.scaling.adaptive;

/**
 * How likely a task has to wait at all when {@code c} threads serve an offered load of {@code a}.
 *
 * <p>Law: {@code B(0) = 1}, {@code B(c) = a B(c-1) / (c + a B(c-1))} is the share that finds all threads busy
 * and leaves; of those that stay, {@code C(c) = B(c) / (1 - (a / c)(1 - B(c)))} wait. 1 from {@code a >= c} on.
 * Invariant: each step divides numbers between 0 and 1, so nothing overflows, as the factorials of the textbook's
 * formula do from 171 threads on.
 * Cost: one division a thread. Threads: any.
 * Blind to: arrivals that come in bunches; they wait more often.
 * Source: Erlang (1917), <i>Solution of some problems in the theory of probabilities of significance in automatic
 * telephone exchanges</i>; the recursion is Jagerman's (1974).
 */
public final class ErlangC {

    private ErlangC() {}

    /** {@code B(c)} from {@code B(c-1)}, the first step from {@code B(0) = 1}. */
    public static double lossAfter(double lossBefore, int threads, double load) {
        double part = load * lossBefore;
        return part / (threads + part);
    }

    /** {@code C(c)} from {@code B(c)}: 0 to 1. */
    public static double waiting(double loss, int threads, double load) {
        if (load >= threads) {
            return 1;
        }
        return loss / (1 - load / threads * (1 - loss));
    }

    /**
     * The probability that a task waits.
     *
     * @param load arrivals a second times seconds of service, 0 or more
     */
    public static double waiting(int threads, double load) {
        double loss = 1;
        for (int c = 1; c <= threads; c++) {
            loss = lossAfter(loss, c, load);
        }
        return waiting(loss, threads, load);
    }
}
