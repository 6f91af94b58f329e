package dev.headcount.subject;

/** A task that remembers when it was handed in; the pool's own order needs a rank. */
final class StampedTask implements Runnable, Comparable<StampedTask> {

    private final StampedLoad load;
    private final int number;
    private final int rank;
    private final long submitted;
    /** Written and read by the submitting thread alone. */
    boolean ranInCaller;

    StampedTask(StampedLoad load, int number, long submitted) {
        this.load = load;
        this.number = number;
        this.rank = Integer.reverse(number * 0x9E3779B9);
        this.submitted = submitted;
    }

    @Override
    public void run() {
        if (!load.serve(System.nanoTime(), number, submitted)) {
            ranInCaller = true;
        }
    }

    @Override
    public int compareTo(StampedTask other) {
        return Integer.compare(rank, other.rank);
    }
}
