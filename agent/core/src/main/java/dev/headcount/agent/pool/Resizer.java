package dev.headcount.agent.pool;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one hand on a pool's sizes: ours when the autoscaler decides, and away when the application does.
 *
 * <p>Law: growing sets the maximum, then the core; shrinking the core, then the maximum, which never goes
 * below the application's own. Neither call ever sees core above maximum, and neither interrupts a task.
 * The <em>baseline</em> is what the application set. When it sets a size itself, {@link #applicationResizes}
 * first puts the baseline back, so that its call is as legal as it would be without us; once it has left the setter,
 * {@link #reconcile} takes the sizes in force as the new baseline.
 * Race: a resize of ours notes what it is about to set, then looks for calls of the application; the application is
 * counted, then looks at what is noted. One of the two sees the other: ours stops, or the application's waits for
 * what is under way, which needs a processor and nothing else to come into force.
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
    private final SetterCalls calls = new SetterCalls();

    /** Held by whoever changes sizes or baselines on our side. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Held by the one thread of the application that puts the baseline back; others wait for it. */
    private final ReentrantLock returning = new ReentrantLock();

    private volatile Thread hand;
    private volatile int baselineCore;
    private volatile int baselineMaximum;
    private volatile int core; // in force, as far as we know
    private volatile int maximum;
    private volatile int nextCore; // about to be; else the same
    private volatile int nextMaximum;
    private volatile int adoptedCalls;
    private volatile String refusal;

    Resizer(ExecutorFields fields, Kind kind, int core, int maximum) {
        this.fields = fields;
        this.kind = kind;
        this.baselineCore = core;
        this.baselineMaximum = maximum;
        note(core, maximum);
        inForce(core, maximum);
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
        return isOurs(core, maximum) || isOurs(nextCore, nextMaximum);
    }

    private boolean isOurs(int someCore, int someMaximum) {
        return someCore != baselineCore || someMaximum != baselineMaximum;
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
        int asked = adoptedCalls;
        Thread thread = LookAlike.of(worker, new Runnable() {
            @Override
            public void run() {
                set(executor, wantedCore, wantedMaximum, asked);
            }
        });
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
            Thread thread = LookAlike.of(worker, new Runnable() {
                @Override
                public void run() {
                    giveBackHere(executor);
                }
            });
            thread.start();
            return thread;
        }
        giveBackHere(executor);
        return null;
    }

    private void giveBackHere(ThreadPoolExecutor executor) {
        if (isOurs()) {
            set(executor, baselineCore, baselineMaximum, adoptedCalls);
        }
        keepAlive.giveBack(executor);
    }

    /** Gives the keep-alive back once the workers that shrinking made superfluous have left. */
    public void settle(ThreadPoolExecutor executor, int size) {
        if (!isOurs() && size <= Math.max(1, baselineCore)) {
            keepAlive.giveBack(executor);
        }
    }

    /** @param asked how many calls of the application's were known when it was decided on: a later one makes it void */
    private void set(ThreadPoolExecutor executor, int wantedCore, int wantedMaximum, int asked) {
        lock.lock();
        hand = Thread.currentThread();
        try {
            refusal = null;
            if (fields.core(executor) == core && fields.maximum(executor) == maximum) { // else the next tick adopts
                note(wantedCore, wantedMaximum);
                if (isStillAsked(asked)) {
                    change(executor, asked);
                    settleNotes(executor, asked);
                } else {
                    note(core, maximum);
                }
            }
        } finally {
            hand = null;
            lock.unlock();
        }
    }

    private void change(ThreadPoolExecutor executor, int asked) {
        try {
            if (nextCore > core) {
                setMaximum(executor, nextMaximum, asked);
                setCore(executor, nextCore, asked);
            } else {
                setCore(executor, nextCore, asked);
                setMaximum(executor, nextMaximum, asked);
            }
            if (isStillAsked(asked)) {
                keepAlive.follow(executor, isOurs(nextCore, nextMaximum));
            }
        } catch (Throwable refused) { // whatever a thread factory or a JVM without memory throws
            refusal = isStillAsked(asked) ? refused.toString() : null;
        }
    }

    private void setCore(ThreadPoolExecutor executor, int wanted, int asked) {
        if (fields.core(executor) != wanted && !fields.isShutdown(executor) && isStillAsked(asked)) {
            executor.setCorePoolSize(wanted);
        }
    }

    private void setMaximum(ThreadPoolExecutor executor, int wanted, int asked) {
        if (fields.maximum(executor) != wanted && !fields.isShutdown(executor) && isStillAsked(asked)) {
            executor.setMaximumPoolSize(wanted);
        }
    }

    private boolean isStillAsked(int asked) {
        return calls.begun() == asked && !calls.isUnderWay(System.nanoTime());
    }

    /** What came into force is known as ours; unless the application came, which then sees to that itself. */
    private void settleNotes(ThreadPoolExecutor executor, int asked) {
        int isCore = fields.core(executor);
        int isMaximum = fields.maximum(executor);
        if (isStillAsked(asked)) {
            inForce(isCore == nextCore ? isCore : core, isMaximum == nextMaximum ? isMaximum : maximum);
            note(core, maximum);
        }
    }

    private void note(int someCore, int someMaximum) {
        nextCore = someCore;
        nextMaximum = someMaximum;
    }

    private void inForce(int someCore, int someMaximum) {
        core = someCore;
        maximum = someMaximum;
    }

    /**
     * The application is about to set a size: gives it back what it had set, so that its call is legal.
     *
     * <p>The one place where a thread of the application may wait for us. A resize of ours that takes longer,
     * since it starts many threads, stops by itself: lowering the core ends its loop.
     */
    void applicationResizes(ThreadPoolExecutor executor) {
        if (isOurOwn()) {
            return;
        }
        calls.begin(System.nanoTime());
        if (isOurs()) {
            returning.lock();
            try {
                if (isOurs()) {
                    giveWay(executor);
                }
            } finally {
                returning.unlock();
            }
        }
    }

    /** The application's call has ended. */
    void applicationResized() {
        if (!isOurOwn()) {
            calls.end();
        }
    }

    /** Whether it is we who call a setter: a resize of ours, or the return to the baseline. */
    private boolean isOurOwn() {
        return hand == Thread.currentThread() || returning.isHeldByCurrentThread();
    }

    private void giveWay(ThreadPoolExecutor executor) {
        boolean isMine = lock.tryLock() || lockPatiently();
        if (!isMine) {
            awaitForce(executor);
        }
        try {
            restore(executor);
        } finally {
            if (isMine) {
                lock.unlock();
            }
        }
    }

    /** Puts the baseline in the place of what is ours and still there. Lowering starts no thread. */
    private void restore(ThreadPoolExecutor executor) {
        try {
            int isCore = fields.core(executor);
            if (isCore != baselineCore && (isCore == core || isCore == nextCore)) {
                executor.setCorePoolSize(baselineCore);
            }
            int isMaximum = fields.maximum(executor);
            if (isMaximum != baselineMaximum && (isMaximum == maximum || isMaximum == nextMaximum)) {
                executor.setMaximumPoolSize(baselineMaximum);
            }
        } catch (IllegalArgumentException overtaken) {
            refusal = null; // somebody set sizes past the setters, and those stand
        }
        note(baselineCore, baselineMaximum);
        inForce(baselineCore, baselineMaximum);
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
     * Waits until the sizes that are noted are in force, when a resize of ours has the lock: only a processor can be
     * what that lacks, and what comes into force later would take the place of what the application sets.
     */
    private void awaitForce(ThreadPoolExecutor executor) {
        long start = System.nanoTime();
        while (hand != null
                && (fields.core(executor) != nextCore || fields.maximum(executor) != nextMaximum)
                && System.nanoTime() - start < STARVED_NANOS) {
            Thread.yield();
        }
    }

    /** Compares the sizes in force with those that we left, and takes the application's as the new baseline. */
    public Finding reconcile(ThreadPoolExecutor executor) {
        if (!lock.tryLock()) {
            return Finding.OURS; // a resize is under way: the next tick will see its result
        }
        try {
            int begun = calls.begun();
            boolean isUnderWay = calls.isUnderWay(System.nanoTime());
            int isCore = fields.core(executor);
            int isMaximum = fields.maximum(executor);
            boolean isAsLeft = begun == adoptedCalls && isCore == core && isMaximum == maximum;
            if (isAsLeft || isUnderWay || begun != calls.begun()) {
                return Finding.OURS;
            }
            adopt(isCore, isMaximum);
            adoptedCalls = begun;
            return Finding.ADOPTED;
        } finally {
            lock.unlock();
        }
    }

    private void adopt(int theirCore, int theirMaximum) {
        baselineCore = theirCore;
        baselineMaximum = theirMaximum;
        note(theirCore, theirMaximum);
        inForce(theirCore, theirMaximum);
    }
}
