package dev.headcount.agent.pool;

import dev.headcount.agent.signal.Meter;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * One executor of the application, from its first task until it ends or is forgotten.
 *
 * <p>Invariant: it refers to the executor weakly and to nothing that the executor made.
 * Threads: the hooks use {@link #meter}, {@link #breakers} and {@link #resizer}; the rest belongs to the tick, which
 * sets name and kind once, before anybody else can see the pool.
 */
public final class Pool extends WeakTable.Entry {

    final Meter meter;
    final Breakers breakers = new Breakers();
    final boolean isScheduled;
    final Creator creator;
    final boolean isSealed;
    private final long bornNanos;

    private volatile String threadName;
    private volatile Resizer resizer;
    private volatile boolean terminated;
    int looks; // the tick's, before it gave a name
    int failures; // the tick's, to begin with it
    private String name;
    private String creatorText;
    private Kind kind;

    Pool(Object executor, ReferenceQueue<Object> cleared, Meter meter, boolean isScheduled, Birth birth) {
        super(executor, cleared);
        this.meter = meter;
        this.isScheduled = isScheduled;
        this.creator = birth == null ? null : birth.creator;
        this.isSealed = birth != null && birth.isSealed;
        this.bornNanos = birth == null ? 0 : System.nanoTime();
    }

    void introduce(String givenName, String givenCreator, Kind givenKind, Resizer itsResizer) {
        name = givenName;
        creatorText = givenCreator;
        kind = givenKind;
        resizer = itsResizer;
    }

    /** The calling thread has become a worker; the first one's name is what the pool may be named after. */
    void startedHere() {
        if (threadName == null) {
            threadName = Thread.currentThread().getName();
        }
    }

    /** The name of one of its workers, past or present; {@code null} when none began since we know the pool. */
    String threadName() {
        return threadName;
    }

    public Breakers breakers() {
        return breakers;
    }

    public Meter meter() {
        return meter;
    }

    /** Unique among the pools of this JVM at one time. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Who made it, as a stack frame, or why that isn't known. */
    public String creator() {
        return creatorText;
    }

    /** When it had its first task, on the clock of {@code System.nanoTime()}; 0 when it is older than the agent. */
    public long bornNanos() {
        return bornNanos;
    }

    /** @return {@code null} until the pool has been introduced */
    public Resizer resizer() {
        return resizer;
    }

    /**
     * The executor, or {@code null} once it is gone. Each call keeps it alive for one more collection under
     * a concurrent collector: not to be called for a pool without workers.
     */
    public ThreadPoolExecutor executor() {
        return (ThreadPoolExecutor) get();
    }

    void terminate() {
        terminated = true;
    }

    public boolean isTerminated() {
        return terminated;
    }
}
