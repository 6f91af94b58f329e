package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    private static List<String> names(List<Pool> pools) {
        return pools.stream().map(Pool::name).toList();
    }

    @Test
    void introduce_taskBeforeItsThread_waitsForTheThreadsName() {
        registry.findOrAdd(executor);
        assertThat(registry.introduce()).isEmpty();

        executor.prestartCoreThread();

        assertThat(names(registry.introduce())).containsExactly("orders");
        assertThat(registry.introduce()).isEmpty();
    }

    @Test
    void introduce_factoryThatMakesNoThread_namesThePoolAfterFiveLooks() {
        registry.findOrAdd(executor);
        for (int look = 1; look < 5; look++) {
            assertThat(registry.introduce()).isEmpty();
        }
        assertThat(names(registry.introduce())).containsExactly("pool");
    }

    @Test
    void introduce_endedWhileItWaits_isForgotten() {
        registry.findOrAdd(executor);
        registry.introduce();
        registry.ended(executor);

        for (int look = 0; look < 6; look++) {
            assertThat(registry.introduce()).isEmpty();
        }
    }
}
