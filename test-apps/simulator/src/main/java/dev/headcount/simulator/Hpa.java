package dev.headcount.simulator;

import dev.headcount.scaling.Signal;
import java.util.ArrayDeque;

/**
 * Kubernetes' horizontal autoscaler on threads in place of pods.
 *
 * <p>Law: {@code desired = ceil(size x utilisation / aim)}, nothing within a tolerance of 0.1; the largest of the last
 * window stands for a shrink; growth at most doubles or adds four each 15 s.
 * Source: Kubernetes documentation, <i>Horizontal Pod Autoscaling</i>; replica_calculator.go.
 */
final class Hpa implements Controller {

    private static final double TOLERANCE = 0.1;

    private final double aim;
    private final double windowSeconds;
    private final double syncSeconds;
    private final Lapse lapse = new Lapse();
    private final ArrayDeque<double[]> recommended = new ArrayDeque<>();

    Hpa(Told told) {
        aim = told.number("aim", 0.7);
        windowSeconds = told.number("window", 60);
        syncSeconds = told.number("sync", Double.NaN);
    }

    @Override
    public String name() {
        return "hpa";
    }

    @Override
    public double pauseSeconds() {
        return syncSeconds;
    }

    @Override
    public int size(Signal signal, int target) {
        if (!lapse.next(signal)) {
            return target;
        }
        double ratio = lapse.utilisation() / aim;
        int desired = Math.abs(1 - ratio) <= TOLERANCE ? target : (int) Math.ceil(target * ratio);
        double now = signal.nowNanos() / 1e9;
        while (!recommended.isEmpty() && recommended.peekLast()[1] <= desired) {
            recommended.removeLast();
        }
        recommended.addLast(new double[] {now, desired});
        while (now - recommended.peekFirst()[0] > windowSeconds) {
            recommended.removeFirst();
        }
        if (desired > target) {
            return Math.min(desired, Math.max(2 * target, target + 4));
        }
        return Math.min(target, (int) recommended.peekFirst()[1]);
    }
}
