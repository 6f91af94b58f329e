package dev.headcount.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What tasks took, over time.
 *
 * <p>Law: seconds are compared with the stretch before them; where their mean differs by more than a third, and by
 * more than four times what chance makes of so many tasks, another stretch begins. The longest gives the mean, the
 * others are windows in which tasks take a multiple of it. Beyond the knee {@code n} tasks run at {@code knee / n} of
 * their speed, and that is taken out.
 * Invariant: all tasks of a stretch count; the spread is the median over the looks, which a change of the mean within
 * one window of measurement can't move.
 * Blind to: changes that are slower than a third over the time of the recording, and rarer tasks than chance explains.
 */
final class ServiceHistory {

    private static final double SLICE_SECONDS = 1;
    private static final double NOTICEABLE = 1.0 / 3;
    private static final double UNLIKELY = 4;

    /** By slice: where it ends, tasks, seconds in them, and how many ran. */
    private final List<double[]> slices = new ArrayList<>();

    private final List<Double> variations = new ArrayList<>();
    private double count;
    private double seconds;
    private double busy;
    private double busyLooks;
    private double sliceEnd = SLICE_SECONDS;

    void add(double now, Look before, Look after) {
        count += Math.max(0, after.services - before.services);
        seconds += Math.max(0, after.serviceSeconds - before.serviceSeconds);
        busy += after.busy;
        busyLooks++;
        if (now >= sliceEnd) {
            slices.add(new double[] {now, count, seconds, busy / busyLooks});
            count = 0;
            seconds = 0;
            busy = 0;
            busyLooks = 0;
            sliceEnd = now + SLICE_SECONDS;
            if (!Double.isNaN(after.serviceVariation)) {
                variations.add(after.serviceVariation);
            }
        }
    }

    boolean isKnown() {
        return slices.stream().anyMatch(slice -> slice[1] > 0 && slice[2] > 0);
    }

    Summary summary(int knee) {
        double variation = variation();
        List<double[]> stretches = new ArrayList<>();
        double began = 0;
        for (double[] slice : slices) {
            double bare = knee > 0 && slice[3] > knee ? slice[2] * knee / slice[3] : slice[2];
            double[] last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last == null || isOther(last, slice[1], bare, variation)) {
                last = new double[] {began, began, 0, 0};
                stretches.add(last);
            }
            last[1] = slice[0];
            last[2] += slice[1];
            last[3] += bare;
            began = slice[0];
        }
        return new Summary(stretches, variation);
    }

    private static boolean isOther(double[] stretch, double tasks, double taskSeconds, double variation) {
        if (tasks == 0 || stretch[2] == 0) {
            return false;
        }
        double mean = stretch[3] / stretch[2];
        double chance = Math.sqrt(variation / tasks + variation / stretch[2]);
        return Math.abs(taskSeconds / tasks / mean - 1) > Math.max(NOTICEABLE, UNLIKELY * chance);
    }

    /** Variance by squared mean; as if exponential when nobody knows. */
    private double variation() {
        if (variations.isEmpty()) {
            return 1;
        }
        double[] sorted =
                variations.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Mean, spread and windows of other means; immutable. */
    static final class Summary {

        /** From here on it is no constant, and up to there and from there on no exponential any more. */
        private static final double[] LIKE_CONSTANT_AND_EXPONENTIAL = {0.01, 0.75, 1.33};

        final double meanSeconds;
        private final double variation;
        private final List<double[]> stretches;

        private Summary(List<double[]> stretches, double variation) {
            this.stretches = stretches;
            this.variation = variation;
            double[] longest = stretches.stream()
                    .filter(stretch -> stretch[2] > 0 && stretch[3] > 0)
                    .max((one, other) -> Double.compare(one[1] - one[0], other[1] - other[0]))
                    .orElse(new double[] {0, 0, 1, Double.NaN});
            meanSeconds = longest[3] / longest[2];
        }

        String spread() {
            double[] limits = LIKE_CONSTANT_AND_EXPONENTIAL;
            return variation < limits[0]
                    ? "const"
                    : variation > limits[1] && variation < limits[2] ? "exp" : "lognormal";
        }

        double sigma() {
            return spread().equals("lognormal") ? Math.sqrt(Math.log(1 + variation)) : 0;
        }

        /**
         * A task counts when it ends, and is slow from its start on: a stretch is over as long before its last task's
         * end as its tasks take, and the next begins there, so that no two windows meet in one task.
         */
        String windows() {
            StringBuilder text = new StringBuilder();
            double from = 0;
            for (double[] stretch : stretches) {
                double mean = stretch[2] > 0 && stretch[3] > 0 ? stretch[3] / stretch[2] : meanSeconds;
                double to = Math.max(from, stretch[1] - mean);
                if (to > from && Math.abs(mean / meanSeconds - 1) > NOTICEABLE / 2) {
                    text.append(text.length() == 0 ? "" : ";")
                            .append(Recorder.number(from))
                            .append('-')
                            .append(Recorder.number(to))
                            .append(':')
                            .append(Recorder.number(mean / meanSeconds));
                }
                from = to;
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return meanSeconds + " s, " + Arrays.asList(spread(), windows());
        }
    }
}
