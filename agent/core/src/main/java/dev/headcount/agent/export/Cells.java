package dev.headcount.agent.export;

import dev.headcount.agent.signal.Buckets;
import dev.headcount.agent.signal.Distribution;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;

/**
 * The series of one scrape, in the order in which they were told, and their numbers.
 *
 * <p>Law: a histogram is one cell of {@link #HISTOGRAM_NUMBERS} numbers: for each bucket how many were not longer
 * than its bound, then the sum. Every other cell has one number. Cost: three arrays.
 */
final class Cells {

    static final int HISTOGRAM_NUMBERS = Buckets.COUNT + 1;

    private Family[] families;
    private Labels[] labels;
    private double[] numbers;
    private int count;
    private int numberCount;

    /** @param expected cells, so that the arrays need not grow */
    Cells(int expected, int expectedNumbers) {
        families = new Family[expected];
        labels = new Labels[expected];
        numbers = new double[expectedNumbers];
    }

    /** The same series without a number: what is kept to compare later ones with. */
    Cells shape() {
        Cells shape = new Cells(0, 0);
        shape.families = Arrays.copyOf(families, count);
        shape.labels = Arrays.copyOf(labels, count);
        shape.count = count;
        return shape;
    }

    /** {@code NaN} adds nothing. */
    void add(Family family, Labels itsLabels, double value) {
        if (!Double.isNaN(value)) {
            addCell(family, itsLabels);
            addNumber(value);
        }
    }

    void add(Family family, Labels itsLabels, Distribution distribution) {
        addCell(family, itsLabels);
        long upTo = 0;
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            upTo += distribution.in(bucket);
            addNumber(upTo);
        }
        addNumber(distribution.sumSeconds());
    }

    private void addCell(Family family, Labels itsLabels) {
        if (count == families.length) {
            families = Arrays.copyOf(families, 2 * count + 16);
            labels = Arrays.copyOf(labels, 2 * count + 16);
        }
        families[count] = family;
        labels[count++] = itsLabels;
    }

    private void addNumber(double number) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount + 16);
        }
        numbers[numberCount++] = number;
    }

    int count() {
        return count;
    }

    int numberCount() {
        return numberCount;
    }

    Family family(int cell) {
        return families[cell];
    }

    Labels labels(int cell) {
        return labels[cell];
    }

    double number(int at) {
        return numbers[at];
    }

    /** Whether these are the same series in the same order; labels are compared by identity. */
    boolean haveTheShapeOf(Cells other) {
        if (count != other.count) {
            return false;
        }
        for (int cell = 0; cell < count; cell++) {
            if (families[cell] != other.families[cell] || labels[cell] != other.labels[cell]) {
                return false;
            }
        }
        return true;
    }
}
