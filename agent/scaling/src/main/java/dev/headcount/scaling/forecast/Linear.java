package dev.headcount.scaling.forecast;

import dev.headcount.scaling.Quantity;
import dev.headcount.scaling.Signal;

/**
 * Expects that a load which rises goes on rising, for some seconds.
 *
 * <p>Law: {@link TheilSen}'s line through the offered load of the last half minute, read {@link #HORIZON_SECONDS} ahead.
 * <b>Ten seconds</b>, since that is what new threads may need before they help (load classes, open a connection, sit
 * out a cooldown of three), and since the line is worth no more: the error of its slope grows with the distance, and
 * beyond a third of the window it soon exceeds that of saying that nothing changes.
 * Time: {@link Signal#nowNanos()} only; after half a minute without a signal it begins anew.
 * Threads: single owner. Cost: 5 KB; a line of thirty points a second, some 30 us.
 * Blind to: a step, which it learns of with everybody else; the first twenty seconds of a ramp, as long as most of
 * the points are of before; the end of one, which it runs past for a moment.
 */
final class Linear implements Forecast {

    static final double HORIZON_SECONDS = 10;

    private static final long BIN_NANOS = 1_000_000_000L;
    private static final int POINTS = 30;
    private static final int LEAST_POINTS = 10;
    private static final int AHEAD = (int) (HORIZON_SECONDS * 1e9 / BIN_NANOS);
    private static final long GAP_NANOS = POINTS * BIN_NANOS;

    private final Offered offered = new Offered();
    private final TheilSen line = new TheilSen(POINTS);
    private final double[] seconds = new double[POINTS];
    private final double[] loads = new double[POINTS];
    private final double[] pending = new double[AHEAD];
    private final double[] pendingStays = new double[AHEAD];

    private int points;
    private int predictions;
    private double now;
    private double binNanos;
    private double binWork;
    private Trust trust = newTrust();
    private Outlook outlook = Outlook.NOTHING;

    /** A score counts half after twenty seconds, since many ramps are over in a minute; lately is four seconds. */
    private static Trust newTrust() {
        return new Trust(/* slowHalfLife= */ 20, /* fastHalfLife= */ 4, /* least= */ 10);
    }

    @Override
    public void observe(Signal signal, long epochMillis) {
        if (!offered.read(signal)) {
            return;
        }
        if (offered.elapsedNanos() > GAP_NANOS) {
            forget();
            return;
        }
        binNanos += offered.elapsedNanos();
        binWork += offered.threads() * offered.elapsedNanos();
        if (binNanos >= BIN_NANOS) {
            now += binNanos / 1e9;
            add(binWork / binNanos);
            binNanos = 0;
            binWork = 0;
        }
    }

    private void forget() {
        points = 0;
        predictions = 0;
        now = 0;
        binNanos = 0;
        binWork = 0;
        trust = newTrust();
        outlook = Outlook.NOTHING;
    }

    private void add(double load) {
        if (points == POINTS) {
            System.arraycopy(seconds, 1, seconds, 0, POINTS - 1);
            System.arraycopy(loads, 1, loads, 0, POINTS - 1);
            points--;
        }
        seconds[points] = now;
        loads[points++] = load;
        if (points < LEAST_POINTS) {
            return;
        }
        line.fit(seconds, loads, points);
        double expected = Math.max(0, line.at(now + HORIZON_SECONDS));
        int slot = predictions % AHEAD;
        if (predictions >= AHEAD) {
            trust.score(pending[slot], pendingStays[slot], load);
        }
        pending[slot] = expected;
        pendingStays[slot] = load;
        predictions++;
        int threads = trust.isEarned() && line.slope() > 0 ? Outlook.threads(expected) : 0;
        outlook = new Outlook(
                threads,
                "linear expects " + Quantity.number(expected) + " busy threads in "
                        + Quantity.seconds(HORIZON_SECONDS) + (threads == 0 ? "" : ", " + threads + " with margin")
                        + "; " + trust.words());
    }

    @Override
    public Outlook outlook() {
        return outlook;
    }
}
