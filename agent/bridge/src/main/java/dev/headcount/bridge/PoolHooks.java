package dev.headcount.bridge;

/**
 * What the transformed classes of {@code java.util.concurrent} tell about themselves.
 *
 * <p>Law: every parameter that is a class of the JDK is an {@code Object}, so that neither this
 * type nor the verifier of a caller ever loads {@code ThreadPoolExecutor} early.
 * Threads: each method is called by the application's threads, concurrently.
 * Cost: called up to five times a task; an implementation must not allocate, lock, block, log or
 * call application code on its common path. What it throws is caught by {@link Bridge}.
 *
 * <p>The type never changes shape: it stays in the boot loader when the agent leaves, and the next
 * agent meets it again. A change needs a new {@link Bridge#PROTOCOL} and a new package.
 */
public interface PoolHooks {

    /** A pool's constructor returns; a subclass is only half built, so nothing may be read from it. */
    void created(Object pool);

    /** An unconfigurable wrapper hides {@code executor}, which may be anything, {@code null} too. */
    void sealed(Object executor);

    /**
     * {@code task} is about to be offered to the queue.
     *
     * @return a token for {@link #offered}; 0 when nothing is measured
     */
    int offering(Object task, Object pool);

    /** The offer that {@code token} belongs to returned; not called when the offer threw. */
    void offered(boolean accepted, int token, Object pool);

    /** The calling worker has no task: it is about to ask the queue for one. */
    void idle(Object pool);

    /** The calling worker was handed {@code task}, or is to end when that is {@code null}. */
    void taken(Object task, Object pool);

    /** The calling thread begins its life as a worker; {@code firstTask} may be {@code null}. */
    void started(Object firstTask, Object pool);

    /** The calling worker ends; {@code abruptly} when a task's exception ended it. */
    void exited(boolean abruptly, Object pool);

    /** A task was refused and goes to {@code handler}. */
    void rejected(Object handler, Object pool);

    /** A task goes to a scheduled pool's queue, which does not pass {@link #offering}. */
    void scheduled(Object pool);

    /** The core or the maximum size is about to be set, by us or by the application. */
    void resizing(Object pool);

    /** That was done, or refused; not called when a thread factory threw on the way. */
    void resized(Object pool);

    /** The pool has ended: no worker, no task, and none will come. */
    void terminated(Object pool);

    /** A future caught an exception of its task on the calling thread. */
    void failed();

    /** A method above threw {@code failure}; called in its place, and must not throw. */
    void broke(Throwable failure);
}
