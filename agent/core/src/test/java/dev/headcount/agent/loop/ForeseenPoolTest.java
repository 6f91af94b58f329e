package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Mode;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.pool.Registry;
import dev.headcount.agent.state.Keeping;
import dev.headcount.agent.state.Memory;
import dev.headcount.agent.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real pool in virtual time: before eight in the morning nobody works, and the file knows what comes then. */
final class ForeseenPoolTest {

    private static final long TICK_MILLIS = 1_000;

    private final Registry registry = new Registry();
    private final Hooks hooks = new Hooks(registry);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            2,
            2,
            10,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "orders-" + threads.incrementAndGet()));
    private long timeMillis = Mornings.millis("2026-03-23T07:45:00Z");
    private long nowNanos = 1_234_567_890L;
    private State state = new State();
    private PoolControl control;

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        release.countDown();
        executor.shutdownNow();
    }

    @Test
    void tick_quietPoolBeforeItsHour_hasItsThreadsAllowedWhenTheLoadComes() throws IOException {
        begin("forecast: holt-winters\nceiling: 40\n");
        recall();
        until("2026-03-23T07:54:30Z");
        assertThat(control.view().target).isEqualTo(2);
        assertThat(executor.getCorePoolSize()).isEqualTo(2);

        until("2026-03-23T07:56:30Z");

        assertThat(control.view().target).as(control.view().reason()).isEqualTo(Mornings.THREADS);
        assertThat(control.view().reason())
                .contains("holt-winters (")
                .contains("expects 12 busy threads within 10 min, 16 with margin; trusted, off by ");
        assertThat(executor.getCorePoolSize()).isEqualTo(Mornings.THREADS);
        assertThat(executor.getPoolSize()).isEqualTo(2); // nobody needs them yet
        for (int task = 0; task < Mornings.THREADS; task++) {
            executor.execute(this::block);
        }
        assertThat(executor.getPoolSize()).isEqualTo(Mornings.THREADS); // without another tick
    }

    @Test
    void tick_holidayOnWhichNobodyComes_givesTheThreadsBack() throws IOException {
        begin("forecast: holt-winters\nceiling: 40\n");
        recall();
        until("2026-03-23T07:56:30Z");
        assertThat(executor.getCorePoolSize()).isEqualTo(Mornings.THREADS);

        until("2026-03-23T08:30:00Z");

        assertThat(control.view().forecast()).contains("of late: the pattern has changed");
        assertThat(executor.getCorePoolSize()).isEqualTo(2);
    }

    @Test
    void tick_poolWithoutWorkers_wantsItsThreadsWithItsFirstTask() throws IOException {
        executor.allowCoreThreadTimeOut(true);
        begin("forecast: holt-winters\nceiling: 40\n");
        recall();
        await().until(() -> executor.getPoolSize() == 0);
        until("2026-03-23T08:01:00Z");
        assertThat(control.view().reason()).isEqualTo("no workers: looked at again with its next task");
        assertThat(control.view().forecast())
                .contains("expects 12 busy threads")
                .contains("; trusted, off by ");

        executor.execute(() -> {
            hooks.started(/* firstTask= */ null, executor);
            block();
        });
        await().until(() -> {
            tick();
            return executor.getCorePoolSize() == Mornings.THREADS;
        });
    }

    @Test
    void tick_quietPoolByNight_learnsThatNothingCame() throws IOException {
        begin("forecast: holt-winters\n");
        until("2026-03-23T08:46:00Z");

        assertThat(keep())
                .contains("holt-winters\nload-history 1 300000 " + timeMillisBucket(-12) + " 12\n0 0 0 0 0 0");
    }

    @Test
    void tick_advise_saysItAndLeavesTheSizes() throws IOException {
        begin("forecast: holt-winters\nceiling: 40\nmode: advise\n");
        recall();
        until("2026-03-23T07:56:30Z");

        assertThat(control.view().reason()).startsWith("advice: " + Mornings.THREADS + " stays: ");
        assertThat(control.view().forecast()).contains("expects 12 busy threads");
        assertThat(executor.getCorePoolSize()).isEqualTo(2);
    }

    @Test
    void tick_switchedOff_saysNothingOfIt() throws IOException {
        begin("ceiling: 40\n");
        recall();
        until("2026-03-23T07:56:30Z");

        assertThat(control.view().forecast()).isEmpty();
        assertThat(executor.getCorePoolSize()).isEqualTo(2);
    }

    private void begin(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("headcount.yaml"), yaml);
        Configuration configuration = new Configuration(Settings.read("config=" + file), 0);
        assertThat(configuration.error()).isNull();
        executor.prestartAllCoreThreads();
        executor.execute(() -> hooks.started(/* firstTask= */ null, executor)); // a worker says it of itself
        await().until(() -> executor.getCompletedTaskCount() == 1);
        Pool pool = registry.nextArrival();
        registry.introduce(pool);
        EventLog events = new EventLog();
        control = new PoolControl(
                pool,
                registry.reader(pool),
                configuration,
                new WriteGate(configuration, () -> null),
                new PoolBounds(),
                events,
                executor,
                nowNanos);
        control.remember(state);
    }

    /** What another run has left in the file. */
    private void recall() {
        List<String> lines = Mornings.lines(timeMillis);
        State before = new State();
        before.keep("forecast", control.pool().name(), control.pool().kind().label(), new Memory() {
            @Override
            public List<String> lines() {
                return lines;
            }

            @Override
            public void recall(List<String> nothing) {
                assertThat(nothing).isEmpty();
            }
        });
        step(before);
        step(state);
    }

    /** What the pool leaves in the file. */
    private String keep() throws IOException {
        step(state);
        return Files.readString(file());
    }

    private void step(State some) {
        Keeping keeping = new Keeping(some, problem -> {
            throw new AssertionError(problem);
        });
        keeping.step(file().toString(), nowNanos, timeMillis);
        keeping.close(timeMillis);
    }

    private Path file() {
        return folder.resolve("headcount.state");
    }

    private long timeMillisBucket(int buckets) {
        return timeMillis / Mornings.BUCKET_MILLIS + buckets;
    }

    private void until(String time) {
        while (timeMillis < Mornings.millis(time)) {
            tick();
        }
    }

    private void tick() {
        timeMillis += TICK_MILLIS;
        nowNanos += TICK_MILLIS * 1_000_000;
        control.tick(nowNanos, timeMillis, /* isPaused= */ false);
        if (control.view().mode == Mode.AUTO && executor.getPoolSize() > 0) {
            awaitResize();
        }
    }

    /** A resize takes its time on a thread of its own, and here seconds pass in no time. */
    private void awaitResize() {
        if (executor.getCorePoolSize() != control.view().target) {
            await().until(() -> executor.getCorePoolSize() == control.view().target && !isResizing());
        }
    }

    /** Its thread still lives for a moment when the sizes are set, and two seconds of that would be a fault. */
    private static boolean isResizing() {
        Thread[] live = new Thread[2 * Thread.activeCount() + 10];
        int count = Thread.enumerate(live);
        return Arrays.stream(live, 0, count).anyMatch(thread -> thread.getName().equals("headcount-resize"));
    }

    private void block() {
        try {
            release.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
