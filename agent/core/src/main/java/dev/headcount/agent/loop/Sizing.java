package dev.headcount.agent.loop;

import dev.headcount.agent.pool.Kind;
import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.pool.PoolReader;
import dev.headcount.agent.pool.Resizer;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Brings a pool to its target, one resize at a time, and leaves it alone when that goes wrong.
 *
 * <p>Law: a resize that throws, can't start its thread or does not come back within two seconds puts the
 * pool into quarantine, as do five sizes of the application's own within a minute: it has a hand on the
 * pool already. Quarantine leaves the sizes as they are and ends by itself, later each time.
 * Threads: the loop's.
 */
final class Sizing {

    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE_NANOS = 2 * SECOND;
    private static final long FIRST_QUARANTINE_NANOS = 30 * SECOND;
    private static final long LONGEST_QUARANTINE_NANOS = 600 * SECOND;

    /** Sizes of the application's own within {@link #CONTEST_NANOS}, over ours, that make a contest. */
    private static final int CONTEST = 5;

    private static final long CONTEST_NANOS = 60 * SECOND;

    private final Pool pool;
    private final PoolReader reader;
    private final EventLog events;
    private final Backoff quarantine = new Backoff(FIRST_QUARANTINE_NANOS, LONGEST_QUARANTINE_NANOS);

    private Thread inFlight;
    private long inFlightSinceNanos;
    private int adoptions;
    private long firstAdoptionNanos;
    private String trouble;
    private volatile long ups;
    private volatile long downs;

    Sizing(Pool pool, PoolReader reader, EventLog events) {
        this.pool = pool;
        this.reader = reader;
        this.events = events;
    }

    /** What the application itself wants: its core, or of an eager pool its maximum; 1 or more. */
    static int baseline(Pool pool) {
        Resizer resizer = pool.resizer();
        return Math.max(1, pool.kind() == Kind.EAGER ? resizer.baselineMaximum() : resizer.baselineCore());
    }

    boolean isAllowed(long nowNanos) {
        return quarantine.isOver(nowNanos);
    }

    String trouble() {
        return trouble;
    }

    long ups() {
        return ups;
    }

    long downs() {
        return downs;
    }

    void follow(ThreadPoolExecutor executor, int target, long nowNanos) {
        if (inFlight != null) {
            if (inFlight.isAlive()) {
                if (nowNanos - inFlightSinceNanos > PATIENCE_NANOS) {
                    quarantine(nowNanos, "a resize has not come back within 2 s");
                }
                return;
            }
            inFlight = null;
            if (pool.resizer().refusal() != null) {
                quarantine(nowNanos, "a resize failed: " + pool.resizer().refusal());
                return;
            }
        }
        Thread worker = reader.isShutdown(executor) ? null : reader.anyThread(executor);
        if (worker != null) {
            begin(executor, target, worker, nowNanos);
        }
    }

    private void begin(ThreadPoolExecutor executor, int target, Thread worker, long nowNanos) {
        int before = pool.resizer().target();
        try {
            inFlight = pool.resizer().resize(executor, target, worker);
        } catch (RuntimeException | OutOfMemoryError noThread) {
            quarantine(nowNanos, "no thread to resize it with: " + noThread);
            return;
        }
        if (inFlight != null) {
            inFlightSinceNanos = nowNanos;
            if (target > before) {
                ups++;
            } else {
                downs++;
            }
        }
    }

    /** Begins to give the application's own sizes back, and says whether that is done. */
    boolean giveBack(ThreadPoolExecutor executor) {
        if (inFlight != null && inFlight.isAlive()) {
            return false;
        }
        Resizer resizer = pool.resizer();
        boolean wasOurs = resizer.isOurs();
        boolean isRaised = resizer.target() < baseline(pool);
        inFlight = resizer.giveBack(executor, isRaised ? reader.anyThread(executor) : null);
        if (wasOurs) {
            if (isRaised) {
                ups++;
            } else {
                downs++;
            }
            events.add(Event.Type.RELEASED, pool.name(), "gave the application's own sizes back: " + baselines());
        }
        return inFlight == null;
    }

    private String baselines() {
        return "core " + pool.resizer().baselineCore() + ", maximum "
                + pool.resizer().baselineMaximum();
    }

    void settle(ThreadPoolExecutor executor, int size) {
        if (inFlight == null || !inFlight.isAlive()) {
            pool.resizer().settle(executor, size);
        }
    }

    void adopted(long nowNanos) {
        events.add(Event.Type.ADOPTED, pool.name(), "the application set its own sizes: " + baselines());
        if (adoptions == 0 || nowNanos - firstAdoptionNanos > CONTEST_NANOS) {
            adoptions = 0;
            firstAdoptionNanos = nowNanos;
        }
        if (++adoptions >= CONTEST) {
            adoptions = 0;
            quarantine(nowNanos, "the application resizes it by itself, again and again");
        }
    }

    /** Ends a quarantine whose cause is gone. */
    void release() {
        quarantine.forget();
    }

    void quarantine(long nowNanos, String why) {
        boolean isNews = isAllowed(nowNanos);
        quarantine.fail(nowNanos);
        trouble = why + "; tried again in " + quarantine.pauseSeconds() + " s";
        if (isNews) {
            events.add(Event.Type.QUARANTINED, pool.name(), trouble);
        }
    }
}
