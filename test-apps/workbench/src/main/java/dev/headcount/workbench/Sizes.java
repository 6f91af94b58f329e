package dev.headcount.workbench;

import java.util.Map;
import java.util.TreeMap;

/** A size over time: it holds until the next is known. */
final class Sizes {

    private final TreeMap<Double, Double> steps = new TreeMap<>();

    void add(double seconds, double size) {
        steps.put(seconds, size);
    }

    private double at(double seconds) {
        Map.Entry<Double, Double> step = steps.floorEntry(seconds);
        return step != null
                ? step.getValue()
                : steps.isEmpty() ? 0 : steps.firstEntry().getValue();
    }

    /** How far {@code other} is from this, over time, as a share of this' mean. */
    double difference(Sizes other, double from, double to) {
        double apart = 0;
        double area = 0;
        double step = 0.05;
        for (double moment = from; moment < to; moment += step) {
            apart += Math.abs(at(moment) - other.at(moment));
            area += at(moment);
        }
        return area == 0 ? 0 : apart / area;
    }
}
