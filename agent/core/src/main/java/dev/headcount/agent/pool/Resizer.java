package dev.headcount.agent.pool;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one hand on a pool's sizes: ours when the autoscaler decides, and away when the application does.
 *
 * <p>Law: growing sets the maximum, then the core; shrinking the core, then the maximum, which never goes
 * below the application's own. Neither call ever sees core above maximum, and neither interrupts a task.
 * The <em>baseline</em> is what the application set. When it sets a size itself, {@link #applicationResizes}
 * first puts the baseline back, so that its call is as legal as it would be without us; the next
 * {@link #reconcile} takes what it set as the new baseline.
 * Race: a shutdown between the question and the setter lets a worker start that finds the queue, drains
 * what is there and leaves, as any worker does then.
 * Threads: {@link #resize} runs on a look-alike of the pool's workers, one at a time; {@code
 * applicationResizes} on the application's threads; the rest is the tick's.
 */
public final class Resizer {

    /** What {@link #reconcile} found. */
    public enum Finding {
        /** The sizes are as we left them. */
        OURS,
        /** The application has set them since. */
        ADOPTED
    }

    /** How long the application's own setter waits for one of ours; its own call takes the pool's lock anyway. */
    private static final long PATIENCE_MILLIS = 10;

    /** How much longer when that has noted its size but, on a machine with no processor to spare, not yet set it. */
    private static final long STARVED_NANOS = 100_000_000;

    private final ExecutorFields fields;
    private final Kind kind;
    private final KeepAlive keepAlive;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Thread hand;
    private volatile Thread restoring;
    private volatile int baselineCore;
    private volatile int baselineMaximum;
    private volatile int core;
    private volatile int maximum;
    private final AtomicInteger callers = new AtomicInteger();
    private volatile boolean tookOver; // by the application, since it was last adopted
    private volatile boolean isRestored; // and has its sizes back
    private volatile int adoptions;
    private volatile String refusal;

    Resizer(ExecutorFields fields, Kind kind, int core, int maximum) {
        this.fields = fields;
        this.kind = kind;
        this.baselineCore = core;
        this.baselineMaximum = maximum;
        this.core = core;
        this.maximum = maximum;
        this.keepAlive = new KeepAlive(fields);
    }

    /** The core size that the application set. */
    public int baselineCore() {
        return baselineCore;
    }

    /** The maximum size that the application set. */
    public int baselineMaximum() {
        return baselineMaximum;
    }

    /** Whether the sizes in force are ours. */
    public boolean isOurs() {
        return core != baselineCore || maximum != baselineMaximum;
    }

    /** After what idle time workers leave once we have grown the pool; 0 leaves the pool's own keep-alive. */
    public void idleExpiry(long nanos) {
        keepAlive.expiry(nanos);
    }

    /** What the sizes in force amount to: the core, or of an eager pool the maximum. */
    public int target() {
        return kind == Kind.EAGER ? maximum : core;
    }

    /** Why the last {@link #resize} did not do what it should, or {@code null}. */
    public String refusal() {
        return refusal;
    }

    /**
     * Begins to bring the pool to {@code target} workers, on a thread of its own.
     *
     * @param worker a live worker of the pool, whose traits new ones may inherit
     * @return the thread, which ends when the sizes are set or refused, see {@link #refusal}; {@code null}
     *     when the sizes are right already
     */
    public Thread resize(ThreadPoolExecutor executor, int target, Thread worker) {
        int wantedCore = wantedCore(target);
        int wantedMaximum = Math.max(baselineMaximum, target);
        if (wantedCore == core && wantedMaximum == maximum || isUpsideDown()) {
            return null;
        }
        int asked = adoptions;
        Thread thread = LookAlike.of(worker, () -> set(executor, wantedCore, wantedMaximum, asked));
        thread.start();
        return thread;
    }

    /** A core above the maximum, which 8 accepts from an application, is no pair of sizes to return to. */
    private boolean isUpsideDown() {
        return baselineCore > baselineMaximum;
    }

    /**
     * A queue of the application's own asks core and maximum in its offer: its core stays what it was. So does
     * a core of 0 for a target of 1, the smallest that there is.
     */
    private int wantedCore(int target) {
        return kind == Kind.EAGER || target == Math.max(1, baselineCore) ? baselineCore : target;
    }

    /**
     * Gives the application's own sizes and keep-alive back: on the calling thread where that lowers the core and
     * so starts no worker, else on a thread of its own.
     *
     * @param worker a live worker of the pool, or {@code null} when there is none
     * @return that thread, or {@code null} when it is done
     */
    public Thread giveBack(ThreadPoolExecutor executor, Thread worker) {
        if (core < baselineCore && worker != null) {
            Thread thread = LookAlike.of(worker, () -> giveBackHere(executor));
            thread.start();
            return thread;
        }
        giveBackHere(executor);
        return null;
    }

    private void giveBackHere(ThreadPoolExecutor executor) {
        if (isOurs()) {
            set(executor, baselineCore, baselineMaximum, adoptions);
        }
        keepAlive.giveBack(executor);
    }

    /** Gives the keep-alive back once the workers that shrinking made superfluous have left. */
    public void settle(ThreadPoolExecutor executor, int size) {
        if (!isOurs() && size <= Math.max(1, baselineCore)) {
            keepAlive.giveBack(executor);
        }
    }

    /** @param asked the number of adoptions when it was decided on: what was meant for older sizes is void */
    private void set(ThreadPoolExecutor executor, int wantedCore, int wantedMaximum, int asked) {
        lock.lock();
        hand = Thread.currentThread();
        try {
            refusal = null;
            boolean isAsLeft = fields.core(executor) == core && fields.maximum(executor) == maximum;
            if (isAsLeft && !tookOver && asked == adoptions) { // else the next tick decides anew
                change(executor, wantedCore, wantedMaximum);
            }
        } finally {
            hand = null;
            lock.unlock();
        }
    }

    private void change(ThreadPoolExecutor executor, int wantedCore, int wantedMaximum) {
        try {
            if (wantedCore > core) {
                setMaximum(executor, wantedMaximum);
                setCore(executor, wantedCore);
            } else {
                setCore(executor, wantedCore);
                setMaximum(executor, wantedMaximum);
            }
            keepAlive.follow(executor, wantedCore != baselineCore || wantedMaximum != baselineMaximum);
        } catch (Throwable refused) { // whatever a thread factory or a JVM without memory throws
            refusal = tookOver ? null : refused.toString();
        }
        if (isRestored) { // came into force after the application had looked; before that, it is its own to restore
            restore(executor);
        }
    }

    /**
     * Race: the size is noted before we ask whether the application has come, and it comes before it looks what
     * is noted: one of the two sees the other.
     */
    private void setCore(ThreadPoolExecutor executor, int wanted) {
        int before = core;
        if (fields.core(executor) != wanted && !fields.isShutdown(executor)) {
            core = wanted;
            try {
                if (!tookOver) {
                    executor.setCorePoolSize(wanted);
                }
            } finally {
                if (core == wanted && fields.core(executor) != wanted) {
                    core = before;
                }
            }
        }
    }

    private void setMaximum(ThreadPoolExecutor executor, int wanted) {
        int before = maximum;
        if (fields.maximum(executor) != wanted && !fields.isShutdown(executor)) {
            maximum = wanted;
            try {
                if (!tookOver) {
                    executor.setMaximumPoolSize(wanted);
                }
            } finally {
                if (maximum == wanted && fields.maximum(executor) != wanted) {
                    maximum = before;
                }
            }
        }
    }

    /**
     * The application is about to set a size: gives it back what it had set, so that its call is legal.
     *
     * <p>The one place where a thread of the application may wait for us. A resize of ours that takes longer,
     * since it starts many threads, sees that it was overtaken and stops: lowering the core ends its loop.
     * Of several threads that come at once, none goes on before the sizes are back.
     */
    void applicationResizes(ThreadPoolExecutor executor) {
        Thread caller = Thread.currentThread();
        if (hand == caller || restoring == caller) {
            return;
        }
        callers.incrementAndGet();
        try {
            tookOver = true;
            if (!isRestored) {
                restoreFor(caller, executor);
            }
        } finally {
            callers.decrementAndGet();
        }
    }

    private void restoreFor(Thread caller, ThreadPoolExecutor executor) {
        boolean mine = lock.tryLock() || lockPatiently();
        if (!mine) {
            awaitForce(executor);
        }
        restoring = caller;
        try {
            if (!isRestored) {
                restore(executor);
                isRestored = true;
            }
        } finally {
            restoring = null;
            if (mine) {
                lock.unlock();
            }
        }
    }

    /**
     * Puts the baseline in the place of what is ours and still there. Lowering starts no thread.
     *
     * <p>What was put back is no longer noted as ours: the application may choose the same size.
     */
    private void restore(ThreadPoolExecutor executor) {
        try {
            if (core != baselineCore && fields.core(executor) == core) {
                executor.setCorePoolSize(baselineCore);
                core = baselineCore;
            }
            if (maximum != baselineMaximum && fields.maximum(executor) == maximum) {
                executor.setMaximumPoolSize(baselineMaximum);
                maximum = baselineMaximum;
            }
        } catch (IllegalArgumentException overtaken) {
            refusal = null; // the application's other thread was faster, and its sizes stand
        }
    }

    private boolean lockPatiently() {
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // the application's, and none of our business
            return false;
        }
    }

    /**
     * Waits until the size that is noted is in force, when a resize of ours has the lock: only a processor can be
     * what that lacks, and what comes into force later would take the place of what the application sets.
     */
    private void awaitForce(ThreadPoolExecutor executor) {
        long start = System.nanoTime();
        while (hand != null
                && (fields.core(executor) != core || fields.maximum(executor) != maximum)
                && System.nanoTime() - start < STARVED_NANOS) {
            Thread.yield();
        }
    }

    /**
     * Compares the sizes in force with those that we left, and takes the application's as the new baseline.
     *
     * <p>Race: between its arrival and the return of its sizes those in force are ours; whoever counts as a
     * caller before or after they are read makes this wait for the next tick. What it sets after that is adopted
     * then.
     */
    public Finding reconcile(ThreadPoolExecutor executor) {
        if (!lock.tryLock()) {
            return Finding.OURS; // a resize is under way: the next tick will see its result
        }
        try {
            boolean wasTaken = tookOver;
            boolean isCalled = callers.get() > 0;
            int readCore = fields.core(executor);
            int readMaximum = fields.maximum(executor);
            boolean isAsLeft = !wasTaken && readCore == core && readMaximum == maximum;
            if (isAsLeft || isCalled || callers.get() > 0) {
                return Finding.OURS;
            }
            adopt(readCore, readMaximum);
            if (wasTaken) {
                isRestored = false;
                tookOver = false;
            }
            return Finding.ADOPTED;
        } finally {
            lock.unlock();
        }
    }

    private void adopt(int theirCore, int theirMaximum) {
        adoptions++;
        baselineCore = theirCore;
        baselineMaximum = theirMaximum;
        core = theirCore;
        maximum = theirMaximum;
    }
}
