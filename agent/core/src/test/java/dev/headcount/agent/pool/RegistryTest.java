package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RegistryTest {

    private final Registry registry = new Registry();
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "orders-1"));

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    /** The names of those that have one now. */
    private List<String> introduced() {
        return Stream.generate(registry::nextArrival)
                .limit(registry.arrivals())
                .filter(registry::introduce)
                .map(Pool::name)
                .toList();
    }

    /** As when an application's thread is adding another pool, and the agent's classes are being loaded for it. */
    @Test
    void findOrAdd_tableIsTaken_hookGoesWithoutAndAttachWaits() throws Exception {
        FutureTask<Pool> hook = new FutureTask<>(() -> registry.findOrAdd(executor));
        FutureTask<Pool> attach = new FutureTask<>(() -> registry.findOrAddPatiently(executor));
        registry.pools.lock.lock();
        try {
            new Thread(hook).start();
            assertThat(hook.get(10, TimeUnit.SECONDS)).isNull();
            Thread waiting = new Thread(attach);
            waiting.start();
            await().until(() -> registry.pools.lock.hasQueuedThread(waiting));
        } finally {
            registry.pools.lock.unlock();
        }
        assertThat(attach.get(10, TimeUnit.SECONDS)).isNotNull().isSameAs(registry.find(executor));
    }

    @Test
    void isInUse_preparedForPoolsToCome_onlyWhenThereIsOne() {
        registry.prepare();
        assertThat(registry.isInUse()).isFalse();

        registry.findOrAdd(executor);
        assertThat(registry.isInUse()).isTrue();
    }

    @Test
    void introduce_taskBeforeItsThread_waitsForTheThreadsName() {
        registry.findOrAdd(executor);
        assertThat(introduced()).isEmpty();

        executor.prestartCoreThread();

        assertThat(introduced()).containsExactly("orders");
        assertThat(introduced()).isEmpty();
    }

    @Test
    void introduce_factoryThatMakesNoThread_namesThePoolAfterFiveLooks() {
        registry.findOrAdd(executor);
        for (int look = 1; look < 5; look++) {
            assertThat(introduced()).isEmpty();
        }
        assertThat(introduced()).containsExactly("pool");
    }

    @Test
    void introduce_endedWhileItWaits_isForgotten() {
        registry.findOrAdd(executor);
        introduced();
        registry.ended(executor);

        for (int look = 0; look < 6; look++) {
            assertThat(introduced()).isEmpty();
        }
    }
}
