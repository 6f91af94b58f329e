package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.pool.Registry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pool whose ticks and looks come by hand, while its queue fills and empties. */
final class BacklogLookTest {

    private final Registry registry = new Registry();
    private final Hooks hooks = new Hooks(registry);
    private final CountDownLatch running = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "looked-at-1"));
    private long nowNanos = System.nanoTime();

    @AfterEach
    void end() {
        release.countDown();
        executor.shutdownNow();
    }

    @Test
    void hasGrownBacklog_isOfTheLookBefore() {
        PoolControl control = control();
        queue(5);
        tick(control);
        assertThat(control.hasGrownBacklog()).isFalse();

        executor.getQueue().clear();
        queue(2);
        assertThat(control.hasGrownBacklog()).isFalse();
        queue(1); // three wait, fewer than at the last tick
        assertThat(control.hasGrownBacklog()).isTrue();
        assertThat(control.hasGrownBacklog()).isFalse();
    }

    /** In advise, so that nobody takes from the queue. */
    private PoolControl control() {
        for (int worker = 0; worker < 2; worker++) {
            executor.execute(() -> {
                hooks.started(/* firstTask= */ null, executor); // a worker says it of itself
                running.countDown();
                try {
                    release.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        await().until(() -> running.getCount() == 0);
        Pool pool = registry.nextArrival();
        registry.introduce(pool);
        Configuration configuration = new Configuration(Settings.read("mode=advise"), 0);
        return new PoolControl(
                pool,
                registry.reader(pool),
                configuration,
                new WriteGate(configuration, () -> null),
                new PoolBounds(),
                new EventLog(),
                executor,
                nowNanos);
    }

    private void queue(int tasks) {
        for (int task = 0; task < tasks; task++) {
            executor.execute(() -> {});
        }
    }

    private void tick(PoolControl control) {
        nowNanos += 200_000_000;
        control.tick(nowNanos, nowNanos / 1_000_000, /* isPaused= */ false);
    }
}
