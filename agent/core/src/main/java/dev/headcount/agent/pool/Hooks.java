package dev.headcount.agent.pool;

import dev.headcount.agent.signal.Meter;
import dev.headcount.bridge.Bridge;
import dev.headcount.bridge.PoolHooks;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens when a transformed class tells something: find the pool, tell its meter.
 *
 * <p>Threads: the application's. Invariant: nothing here blocks, but for {@link #resizing}, which may wait
 * ten milliseconds for a resize of ours; nothing logs or calls application code; a pool that is not known
 * and can't be added at once goes unmeasured.
 * Cost: a look-up by identity and what {@link dev.headcount.agent.signal.Meter} does.
 */
public final class Hooks implements PoolHooks {

    /** After so many failures of ours the hooks are taken out: whatever is wrong will not mend itself. */
    private static final int MAX_FAILURES = 5;

    private static final String JDK_SCHEDULED_TASK =
            "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask";

    private final Registry registry;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Throwable lastFailure;

    public Hooks(Registry registry) {
        this.registry = registry;
    }

    /** Loads what the hooks will need, so that no thread of the application has to, however deep its stack is. */
    public void warmUp() {
        Object nobody = new Object();
        registry.find(nobody);
        Meter meter = new Meter(/* isFifo= */ true, registry.serviceProbes);
        meter.refused(meter.offering(nobody));
        meter.offering(nobody);
        meter.taken(nobody);
        registry.serviceProbes.close();
        meter.startedWithTask();
        registry.serviceProbes.close();
        new Meter(/* isFifo= */ false, registry.serviceProbes).offering(nobody);
    }

    @Override
    public void created(Object executor) {
        registry.born(executor, new Throwable().getStackTrace());
    }

    @Override
    public void sealed(Object executor) {
        if (executor instanceof Executor) {
            registry.sealed(executor);
        } else if (executor != null) {
            breakerCalled(executor);
        }
    }

    /**
     * A worker calls through a circuit breaker. The bridge has no method of its own for that and must not change shape;
     * this one takes any object, and a breaker is no executor.
     */
    private void breakerCalled(Object breaker) {
        Pool pool = registry.workers.of(Thread.currentThread());
        if (pool != null) {
            pool.breakers.called(breaker);
        }
    }

    @Override
    public int offering(Object task, Object executor) {
        Pool pool = registry.findOrAdd(executor);
        return pool == null || task == null ? 0 : pool.meter.offering(task);
    }

    @Override
    public void offered(boolean accepted, int token, Object executor) {
        Pool pool = accepted ? null : registry.find(executor);
        if (pool != null) {
            pool.meter.refused(token);
        }
    }

    @Override
    public void idle(Object executor) {
        registry.serviceProbes.close();
    }

    @Override
    public void taken(Object task, Object executor) {
        if (task == null) {
            return;
        }
        Pool pool = registry.findOrAdd(executor);
        if (pool == null) {
            return;
        }
        if (pool.isScheduled) {
            boolean isJdks = task.getClass().getName().equals(JDK_SCHEDULED_TASK);
            pool.meter.takenWhenDue(isJdks ? (Delayed) task : null);
        } else {
            pool.meter.taken(task);
        }
    }

    @Override
    public void started(Object firstTask, Object executor) {
        Pool pool = registry.findOrAdd(executor);
        if (pool != null) {
            pool.startedHere();
            registry.workers.add(Thread.currentThread(), pool);
            if (firstTask == null) {
                pool.meter.startedWithoutTask();
            } else {
                pool.meter.startedWithTask();
            }
        }
    }

    @Override
    public void exited(boolean abruptly, Object executor) {
        registry.serviceProbes.close();
        registry.workers.remove(Thread.currentThread());
        Pool pool = abruptly ? registry.find(executor) : null;
        if (pool != null) {
            pool.meter.failed();
        }
    }

    @Override
    public void rejected(Object handler, Object executor) {
        Pool pool = registry.findOrAdd(executor);
        if (pool != null) {
            boolean isRunning = !registry.fields().isShutdown((ThreadPoolExecutor) executor);
            pool.meter.rejected(isRunning && handler instanceof ThreadPoolExecutor.CallerRunsPolicy);
        }
    }

    @Override
    public void scheduled(Object executor) {
        Pool pool = registry.findOrAdd(executor);
        if (pool != null) {
            pool.meter.scheduled();
        }
    }

    @Override
    public void resizing(Object executor) {
        Pool pool = registry.find(executor);
        Resizer resizer = pool == null ? null : pool.resizer();
        if (resizer != null) {
            resizer.applicationResizes((ThreadPoolExecutor) executor);
        }
    }

    @Override
    public void resized(Object executor) {
        Pool pool = registry.find(executor);
        Resizer resizer = pool == null ? null : pool.resizer();
        if (resizer != null) {
            resizer.applicationResized();
        }
    }

    @Override
    public void terminated(Object executor) {
        registry.ended(executor);
    }

    @Override
    public void failed() {
        Pool pool = registry.workers.of(Thread.currentThread());
        if (pool != null) {
            pool.meter.failed();
        }
    }

    @Override
    public void broke(Throwable failure) {
        lastFailure = failure;
        if (failures.incrementAndGet() == MAX_FAILURES) {
            Bridge.install(null);
        }
    }

    /** How often a hook of ours failed; from {@link #MAX_FAILURES} on there are no hooks any more. */
    public int failures() {
        return failures.get();
    }

    public boolean areOff() {
        return failures.get() >= MAX_FAILURES;
    }

    /** @return {@code null} when none failed */
    public Throwable lastFailure() {
        return lastFailure;
    }
}
