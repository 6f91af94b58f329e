package dev.headcount.simulator;

import dev.headcount.scaling.Signal;

/**
 * Additive increase, multiplicative decrease (Chiu and Jain 1989) on the size of a pool.
 *
 * <p>Law: one more a second while the 99th percentile of waits is above half the objective or utilisation above 0.75;
 * a quarter less while utilisation is below 0.5, at most every 5 s.
 */
final class TextbookAimd implements Controller {

    private static final double ALPHA = 0.3;

    private final double objectiveSeconds;
    private final double increasePerSecond;
    private final double decrease;
    private final double above;
    private final double below;
    private final double decreaseSeconds;
    private final Lapse lapse = new Lapse();
    private double utilisation = Double.NaN;
    private double sinceDecrease = Double.POSITIVE_INFINITY;
    private double owed;

    TextbookAimd(Told told) {
        objectiveSeconds = told.objectiveSeconds();
        increasePerSecond = told.number("increase", 1);
        decrease = told.number("decrease", 0.25);
        above = told.number("above", 0.75);
        below = told.number("below", 0.5);
        decreaseSeconds = told.number("pause", 5);
    }

    @Override
    public String name() {
        return "aimd_textbook";
    }

    @Override
    public int size(Signal signal, int target) {
        if (!lapse.next(signal)) {
            utilisation = signal.utilisation();
            return target;
        }
        utilisation = lapse.smooth(utilisation, lapse.utilisation(), ALPHA);
        sinceDecrease += lapse.seconds();
        double wait = Math.max(signal.waitP99Seconds(), signal.oldestWaitSeconds());
        if (wait > objectiveSeconds / 2 || utilisation > above) {
            owed += increasePerSecond * lapse.seconds();
            int more = (int) (owed + 1e-6);
            owed -= more;
            return target + more;
        }
        owed = 0;
        if (utilisation < below && sinceDecrease >= decreaseSeconds) {
            sinceDecrease = 0;
            return (int) (target * (1 - decrease));
        }
        return target;
    }
}
