package dev.headcount.simulator;

import dev.headcount.replay.Replay;
import dev.headcount.scaling.Signal;
import java.util.Arrays;

/** Size and wait over time of one run, at the resolution of a picture. */
final class Trace implements Contender.Observer {

    static final int POINTS = 800;

    private final String controller;
    private final double secondsEach;
    private final double[] sizes = new double[POINTS];
    /** Worst 99th percentile seen in the time of a point, in seconds; NaN where nothing waited. */
    private final double[] waits = new double[POINTS];

    private int last = -1;

    Trace(String controller, double durationSeconds) {
        this.controller = controller;
        this.secondsEach = durationSeconds / POINTS;
        Arrays.fill(waits, Double.NaN);
    }

    @Override
    public void ticked(Signal signal, int target) {
        int point = (int) Math.min(POINTS - 1, Replay.secondsOf(signal.nowNanos()) / secondsEach);
        double before = last < 0 ? signal.size() : sizes[last];
        if (point < last) {
            return;
        }
        for (int skipped = last + 1; skipped < point; skipped++) {
            sizes[skipped] = before;
        }
        sizes[point] = point == last ? Math.max(sizes[point], target) : target;
        double wait = Math.max(signal.oldestWaitSeconds(), zeroIfUnknown(signal.waitP99Seconds()));
        waits[point] = point == last ? Math.max(waits[point], wait) : wait;
        last = point;
    }

    private static double zeroIfUnknown(double seconds) {
        return Double.isNaN(seconds) ? 0 : seconds;
    }

    String controller() {
        return controller;
    }

    double[] sizes() {
        double[] all = sizes.clone();
        if (last >= 0) {
            Arrays.fill(all, last, POINTS, sizes[last]);
        }
        return all;
    }

    double[] waits() {
        return waits.clone();
    }
}
