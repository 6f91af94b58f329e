package dev.headcount.agent.signal;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * The hook side of one pool's measurement: what its submitters and workers tell.
 *
 * <p>Threads: any. Invariant: nothing here blocks, logs, or calls application code; a task is compared by
 * identity, and asked for its delay only when {@code delays} says that its class is the JDK's own.
 * Cost: two atomic adds a task, a multiplication, two looks at slots; a sampled task costs two readings
 * of the clock and one weak reference more.
 */
public final class Meter {

    /** Enough in ten seconds for a 99 % quantile that is right to some percent. */
    private static final int WAIT_SAMPLES_PER_SECOND = 1024;

    /** Fewer where each take is compared with every open probe, and where few can be open at a time. */
    private static final int UNORDERED_WAIT_SAMPLES_PER_SECOND = 256;

    /**
     * More than for waits: a sample allocates nothing, and the mean of tasks of some microseconds hangs on the
     * few that lost their processor for milliseconds. Of 100,000 a second all are measured: with half of them it was
     * 2.6 % off, and sure of itself, since of what it had missed it did not know.
     */
    private static final int SERVICE_SAMPLES_PER_SECOND = 131_072;

    final Counters counters = new Counters();
    final SampleRate waitRate;
    final SampleRate serviceRate = new SampleRate(SERVICE_SAMPLES_PER_SECOND);
    final SampleRing waits = new SampleRing();
    final WaitProbes waitProbes;
    private final ServiceProbes serviceProbes;

    /**
     * @param isFifo whether the queue is known to hand out tasks in the order of their offers
     * @param serviceProbes shared by all pools
     */
    public Meter(boolean isFifo, ServiceProbes serviceProbes) {
        this.serviceProbes = serviceProbes;
        waitRate = new SampleRate(isFifo ? WAIT_SAMPLES_PER_SECOND : UNORDERED_WAIT_SAMPLES_PER_SECOND);
        waitProbes = isFifo ? new FifoProbes(waits) : new AnyOrderProbes(waits);
    }

    /** @return a token for {@link #refused} */
    public int offering(Object task) {
        long number = counters.increment(Counters.OFFERED);
        if (!waitRate.isSampled(number)) {
            return WaitProbes.NONE;
        }
        return waitProbes.open(task, number - counters.get(Counters.REFUSED));
    }

    /** The queue did not take the task of that token. */
    public void refused(int token) {
        counters.increment(Counters.REFUSED);
        if (token != WaitProbes.NONE) {
            waitProbes.cancel(token);
        }
    }

    public void taken(Object task) {
        long takenBefore = counters.increment(Counters.TAKEN);
        waitProbes.match(task, takenBefore);
        if (serviceRate.isSampled(takenBefore)) {
            serviceProbes.open(counters, serviceRate.interval());
        }
    }

    /** Of a scheduled pool: the wait is how late {@code task} is; {@code null} when it can't be asked. */
    public void takenWhenDue(Delayed task) {
        long takenBefore = counters.increment(Counters.TAKEN);
        if (task != null && waitRate.isSampled(takenBefore)) {
            waits.write(-task.getDelay(TimeUnit.NANOSECONDS), waitRate.interval());
        }
        if (serviceRate.isSampled(takenBefore)) {
            serviceProbes.open(counters, serviceRate.interval());
        }
    }

    /** The calling thread became a worker, with a task that never stood in the queue. */
    public void startedWithTask() {
        counters.increment(Counters.STARTED);
        counters.increment(Counters.FIRST_TASKS);
        waits.write(/* nanos= */ 0, /* weight= */ 1);
        serviceProbes.open(counters, /* weight= */ 1);
    }

    public void startedWithoutTask() {
        counters.increment(Counters.STARTED);
    }

    public void failed() {
        counters.increment(Counters.FAILED);
    }

    /** @param ranInCaller whether the handler runs the task instead of losing it */
    public void rejected(boolean ranInCaller) {
        counters.increment(Counters.REJECTED);
        if (!ranInCaller) {
            counters.increment(Counters.DROPPED);
        }
    }

    public void scheduled() {
        counters.increment(Counters.SCHEDULED);
    }

    /** Changes whenever a hook told anything that was counted. */
    public long activity() {
        return counters.activity();
    }
}
