package dev.headcount.replay;

import java.util.Arrays;

/** What is known of each task of a run, by number: the workload's first, then those that the run itself makes. */
final class Tasks {

    double[] arrival;
    /** Without contention; from its start on with the slowdown of that moment. */
    double[] work;

    double[] start;
    /** Processor seconds that a running task would have used since time 0. */
    double[] cpuStart;

    boolean[] fails;
    boolean[] isDone;
    /** Which try it is, 0 for the first. */
    byte[] attempt;
    /** How many tasks its wait stands for; 0 for none. */
    int[] waitWeight;
    /** How many tasks its service time stands for; 0 for none. */
    int[] serviceWeight;

    private int count;

    Tasks(Workload workload) {
        count = workload.size();
        int room = Math.max(64, count);
        arrival = Arrays.copyOf(workload.arrivals, room);
        work = Arrays.copyOf(workload.works, room);
        fails = Arrays.copyOf(workload.fails, room);
        start = new double[room];
        cpuStart = new double[room];
        isDone = new boolean[room];
        attempt = new byte[room];
        waitWeight = new int[room];
        serviceWeight = new int[room];
    }

    /** One more task; its number. */
    int add(double moment, double seconds, boolean isFailing, int tries) {
        if (count == arrival.length) {
            int room = 2 * count;
            arrival = Arrays.copyOf(arrival, room);
            work = Arrays.copyOf(work, room);
            fails = Arrays.copyOf(fails, room);
            start = Arrays.copyOf(start, room);
            cpuStart = Arrays.copyOf(cpuStart, room);
            isDone = Arrays.copyOf(isDone, room);
            attempt = Arrays.copyOf(attempt, room);
            waitWeight = Arrays.copyOf(waitWeight, room);
            serviceWeight = Arrays.copyOf(serviceWeight, room);
        }
        arrival[count] = moment;
        work[count] = seconds;
        fails[count] = isFailing;
        attempt[count] = (byte) tries;
        return count++;
    }
}
