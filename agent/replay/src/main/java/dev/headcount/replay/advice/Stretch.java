package dev.headcount.replay.advice;

/** A minute or an hour of a pool's past while it is gathered, and as it is kept. Threads: its owner's. */
final class Stretch {

    /** Whole minutes or hours since 1970. */
    final long number;

    private double lowest = Double.POSITIVE_INFINITY;
    private double highest;
    private double tasks;
    private double seconds;
    private double served;
    private double servedSeconds;
    private int knee;

    Stretch(long number) {
        this.number = number;
    }

    /** @param done tasks that ended, each of which took {@code service} seconds; NaN when unknown */
    void add(double submitted, double elapsedSeconds, double done, double service, int latestKnee) {
        double rate = submitted / elapsedSeconds;
        lowest = Math.min(lowest, rate);
        highest = Math.max(highest, rate);
        tasks += submitted;
        seconds += elapsedSeconds;
        if (service > 0 && service < Double.POSITIVE_INFINITY && done > 0) {
            served += done;
            servedSeconds += done * service;
        }
        knee = latestKnee > 0 ? latestKnee : knee;
    }

    /** The same stretch, of which another process knew another part. */
    void add(Stretch other) {
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
        tasks += other.tasks;
        seconds += other.seconds;
        served += other.served;
        servedSeconds += other.servedSeconds;
        knee = knee > 0 ? knee : other.knee;
    }

    double seconds() {
        return seconds;
    }

    /** NaN when no task ended in it. */
    double serviceSeconds() {
        return servedSeconds / served;
    }

    /** @param service for a stretch in which no task ended */
    Bucket bucket(double service) {
        double mean = Math.min(highest, Math.max(lowest, tasks / seconds));
        return new Bucket(lowest, mean, highest, served > 0 ? serviceSeconds() : service, knee);
    }

    /** All of it, rounded to seven digits. */
    String line() {
        return number + " " + (float) lowest + ' ' + (float) highest + ' ' + (float) tasks + ' ' + (float) seconds + ' '
                + (float) served + ' ' + (float) servedSeconds + ' ' + knee;
    }

    /** @throws IllegalArgumentException where {@code line} is not what {@link #line} says */
    static Stretch of(String line) {
        String[] parts = line.split(" ", -1);
        double[] numbers = new double[8];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i < parts.length ? Double.parseDouble(parts[i]) : Double.NaN;
            if (!(numbers[i] >= 0) || Double.isInfinite(numbers[i])) {
                throw new IllegalArgumentException("expected eight numbers, 0 or more: got " + line);
            }
        }
        Stretch stretch = new Stretch((long) numbers[0]);
        stretch.lowest = numbers[1];
        stretch.highest = numbers[2];
        stretch.tasks = numbers[3];
        stretch.seconds = numbers[4];
        stretch.served = numbers[5];
        stretch.servedSeconds = numbers[6];
        stretch.knee = (int) numbers[7];
        if (stretch.lowest > stretch.highest
                || !(stretch.seconds > 0)
                || stretch.served > 0 != stretch.servedSeconds > 0) {
            throw new IllegalArgumentException("expected rates that rise, and time: got " + line);
        }
        return stretch;
    }
}
