package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Registry;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real pools, told of by hand as the hooks would, under a loop that ticks every 50 ms. */
final class TickLoopTest {

    private static final ConditionFactory SOON = await().pollInterval(20, TimeUnit.MILLISECONDS);

    private final Registry registry = new Registry();
    private final Hooks hooks = new Hooks(registry);
    private final Configuration configuration = new Configuration(Settings.read("tick=50ms"), 0);
    private final TickLoop loop =
            new TickLoop(registry, configuration, new WriteGate(configuration, () -> null), new EventLog());
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<ThreadPoolExecutor> executors = new ArrayList<>();

    @AfterEach
    void end() {
        release.countDown();
        loop.stopAndGiveBack();
        executors.forEach(ThreadPoolExecutor::shutdownNow);
    }

    @Test
    void supervise_queueWhoseSizeBlocks_quarantinesThatPoolAndGoesOnWithTheOthers() {
        pool("stuck", new LinkedBlockingQueue<>() {
            @Override
            public int size() {
                try {
                    release.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
                return 0;
            }
        });
        loop.supervise(System.nanoTime());
        SOON.until(() -> loop.pools().size() == 1);

        ThreadPoolExecutor other = pool("other", new LinkedBlockingQueue<>());
        untilRestarts(1);
        untilSeen("other", other);

        other.execute(() -> {});
        SOON.until(() -> control("other").view().signal.size() == 2);
        assertThat(loop.events().after(0))
                .extracting(event -> event.pool + ": " + event.type)
                .contains("stuck: QUARANTINED");
    }

    @Test
    void supervise_sizeThatComesBackLate_isForgivenOnce() {
        Semaphore sizes = new Semaphore(0);
        pool("slow", new LinkedBlockingQueue<>() {
            @Override
            public int size() {
                sizes.acquireUninterruptibly();
                return 0;
            }
        });
        loop.supervise(System.nanoTime());
        untilRestarts(1);
        sizes.release(100);
        SOON.until(() -> control("slow").view() != null
                && !control("slow").view().reason().startsWith("quarantined"));

        sizes.drainPermits();
        untilRestarts(2);
        sizes.release(100);

        SOON.until(() -> sizes.availablePermits() < 100); // the look that hung has gone on
        SOON.until(() -> control("slow").view().reason().startsWith("quarantined"));
        assertThat(loop.events().after(0))
                .extracting(event -> event.type)
                .containsExactly(Event.Type.QUARANTINED, Event.Type.RELEASED, Event.Type.QUARANTINED);
    }

    private void untilRestarts(int count) {
        SOON.until(() -> {
            loop.supervise(System.nanoTime());
            return loop.restarts() == count;
        });
    }

    @Test
    void tick_queueWhoseSizeThrows_restsThatPoolAlone() {
        ThreadPoolExecutor broken = pool("broken", new LinkedBlockingQueue<>() {
            @Override
            public int size() {
                if (release.getCount() > 0) {
                    throw new UnsupportedOperationException("size");
                }
                return 0;
            }
        });
        ThreadPoolExecutor other = pool("other", new LinkedBlockingQueue<>());
        loop.supervise(System.nanoTime());

        untilSeen("other", other);
        SOON.until(() -> {
            tellOf(broken);
            return loop.events().after(0).stream()
                    .anyMatch(event -> event.pool.equals("broken")
                            && event.type == Event.Type.QUARANTINED
                            && event.text.contains("UnsupportedOperationException"));
        });
        assertThat(loop.restarts()).isZero();
    }

    /** As when our own classes can't be loaded for a moment: who attaches must not miss the pool for the next 30 s. */
    @Test
    void tick_firstLookThatFailsOnce_isTriedAgainAtOnce() {
        AtomicInteger asked = new AtomicInteger();
        ThreadPoolExecutor executor = pool("shaky", new LinkedBlockingQueue<>() {
            @Override
            public int size() {
                if (asked.getAndIncrement() == 0) {
                    throw new UnsupportedOperationException("size");
                }
                return 0;
            }
        });
        loop.supervise(System.nanoTime());

        untilSeen("shaky", executor);
        assertThat(control("shaky").view().state).isEqualTo(PoolState.NORMAL);
        assertThat(loop.events().after(0)).singleElement().satisfies(event -> {
            assertThat(event.type).isEqualTo(Event.Type.AGENT);
            assertThat(event.text).contains("UnsupportedOperationException").endsWith("tried again at the next tick");
        });
    }

    @Test
    void tick_poolThatCannotBeRead_isGivenUpAfterAFewTriesAndTheOthersAreTakenIn() throws Exception {
        ThreadPoolExecutor odd = pool("odd", new LinkedBlockingQueue<>());
        Field factory = ThreadPoolExecutor.class.getDeclaredField("threadFactory");
        factory.setAccessible(true);
        tellOf(odd);
        SOON.until(() -> odd.getCompletedTaskCount() == 2); // has both its threads, and needs no factory to be told of
        factory.set(odd, null);
        ThreadPoolExecutor other = pool("other", new LinkedBlockingQueue<>());
        loop.supervise(System.nanoTime());

        untilSeen("other", other);
        SOON.untilAsserted(() -> {
            tellOf(odd);
            assertThat(loop.events().after(0))
                    .extracting(event -> event.text)
                    .last()
                    .asString()
                    .contains("a new pool can't be looked at: java.lang.NullPointerException")
                    .endsWith("left alone");
        });
        assertThat(loop.errors()).isEqualTo(5);
        assertThat(loop.restarts()).isZero();
    }

    @Test
    void tick_poolThatTerminated_isForgotten() {
        ThreadPoolExecutor executor = pool("brief", new LinkedBlockingQueue<>());
        loop.supervise(System.nanoTime());
        untilSeen("brief", executor);

        executor.shutdownNow();
        hooks.terminated(executor);

        SOON.until(() -> loop.pools().isEmpty());
    }

    private ThreadPoolExecutor pool(String name, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, queue, task -> new Thread(task, name + "-1"));
        executors.add(executor);
        tellOf(executor);
        return executor;
    }

    /** A worker says it of itself. */
    private void tellOf(ThreadPoolExecutor executor) {
        executor.execute(() -> hooks.started(/* firstTask= */ null, executor));
    }

    /** Told of anew while it is missing: a hook that finds the table taken leaves a pool to its next task. */
    private void untilSeen(String name, ThreadPoolExecutor executor) {
        SOON.until(() -> {
            boolean isKnown = control(name) != null;
            if (!isKnown) {
                tellOf(executor);
            }
            return isKnown && control(name).view() != null;
        });
    }

    private PoolControl control(String name) {
        return loop.pools().stream()
                .filter(control -> control.pool().name().equals(name))
                .findAny()
                .orElse(null);
    }
}
