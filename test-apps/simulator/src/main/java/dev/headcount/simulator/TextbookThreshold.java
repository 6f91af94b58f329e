package dev.headcount.simulator;

import dev.headcount.scaling.Signal;

/**
 * Step scaling with hysteresis, as in every manual.
 *
 * <p>Law: a quarter more (at least one) when the smoothed utilisation is above 0.75 or more than one task in a hundred
 * waits too long; a quarter less below 0.10; 2 s of rest before growth, 30 s before a shrink.
 */
final class TextbookThreshold implements Controller {

    private static final double ALPHA = 0.3;
    private static final double LATE_SHARE = 0.01;

    private final double above;
    private final double below;
    private final double step;
    private final double upSeconds;
    private final double downSeconds;
    private final Lapse lapse = new Lapse();
    private double utilisation = Double.NaN;
    private double sinceChange = Double.POSITIVE_INFINITY;

    TextbookThreshold(Told told) {
        above = told.number("above", 0.75);
        below = told.number("below", 0.10);
        step = told.number("step", 0.25);
        upSeconds = told.number("up", 2);
        downSeconds = told.number("down", 30);
    }

    @Override
    public String name() {
        return "threshold_textbook";
    }

    @Override
    public int size(Signal signal, int target) {
        if (!lapse.next(signal)) {
            utilisation = signal.utilisation();
            return target;
        }
        utilisation = lapse.smooth(utilisation, lapse.utilisation(), ALPHA);
        sinceChange += lapse.seconds();
        int size = target;
        boolean isLate = lapse.lateShare() > LATE_SHARE || signal.oldestWaitSeconds() > 0 && lapse.taken() == 0;
        if ((utilisation > above || isLate) && sinceChange >= upSeconds) {
            size = target + Math.max(1, (int) Math.ceil(step * target));
        } else if (utilisation < below && sinceChange >= downSeconds) {
            size = target - Math.max(1, (int) (step * target));
        }
        if (size != target) {
            sinceChange = 0;
        }
        return size;
    }
}
