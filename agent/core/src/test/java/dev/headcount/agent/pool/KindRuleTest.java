package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One row of the table of kinds each. None of the pools ever starts a thread. */
final class KindRuleTest {

    @Test
    void of_severalThreadsOverAJdkQueue_isElastic() {
        assertThat(kindOf(8, Integer.MAX_VALUE, new LinkedBlockingQueue<>())).isEqualTo(Kind.ELASTIC);
        assertThat(kindOf(4, 4, new ArrayBlockingQueue<>(10))).isEqualTo(Kind.ELASTIC);
        assertThat(kindOf(1, 4, new ArrayBlockingQueue<>(10))).isEqualTo(Kind.ELASTIC);
    }

    @Test
    void of_neverASecondThread_isSerial() {
        assertThat(kindOf(1, 1, new LinkedBlockingQueue<>())).isEqualTo(Kind.SERIAL);
        assertThat(kindOf(1, 10, new LinkedBlockingQueue<>())).isEqualTo(Kind.SERIAL);
        assertThat(kindOf(0, 10, new LinkedBlockingQueue<>())).isEqualTo(Kind.SERIAL);
        assertThat(kindOf(1, 1, new ArrayBlockingQueue<>(10))).isEqualTo(Kind.SERIAL);
    }

    @Test
    void of_oneCoreThreadOfAPoolOlderThanUs_isSerialSinceItMayBeSealed() {
        BlockingQueue<Runnable> bounded = new ArrayBlockingQueue<>(10);
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 4, 0, TimeUnit.SECONDS, bounded);

        assertThat(KindRule.of(executor, bounded, 1, 4, false, false, /* isOlder= */ true))
                .isEqualTo(Kind.SERIAL);
        assertThat(KindRule.of(executor, bounded, 2, 4, false, false, /* isOlder= */ true))
                .isEqualTo(Kind.ELASTIC);
    }

    @Test
    void of_handOff_isHandoff() {
        assertThat(kindOf(0, Integer.MAX_VALUE, new SynchronousQueue<>())).isEqualTo(Kind.HANDOFF);
    }

    @Test
    void of_queueOfTheApplicationsOwn_isEager() {
        assertThat(kindOf(4, 8, new LinkedBlockingQueue<>() {})).isEqualTo(Kind.EAGER);
    }

    @Test
    void of_scheduled_isScheduledWhateverItsSize() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(4);

        assertThat(KindRule.of(executor, executor.getQueue(), 4, Integer.MAX_VALUE, true, false, false))
                .isEqualTo(Kind.SCHEDULED);
    }

    @Test
    void of_ownSetters_isForeign() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void setCorePoolSize(int size) {}
        };

        assertThat(KindRule.of(executor, executor.getQueue(), 4, 4, true, false, false))
                .isEqualTo(Kind.FOREIGN);
    }

    @Test
    void of_subclassThatLeavesTheSettersAlone_isElastic() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void beforeExecute(Thread thread, Runnable task) {}
        };

        assertThat(KindRule.of(executor, executor.getQueue(), 4, 4, true, false, false))
                .isEqualTo(Kind.ELASTIC);
    }

    @Test
    void of_hiddenByAWrapper_isSealedUnlessSerial() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

        assertThat(KindRule.of(executor, executor.getQueue(), 4, 4, true, /* isSealed= */ true, false))
                .isEqualTo(Kind.SEALED);
        assertThat(KindRule.of(executor, executor.getQueue(), 1, 1, true, /* isSealed= */ true, false))
                .isEqualTo(Kind.SERIAL);
    }

    private static Kind kindOf(int core, int maximum, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(core, maximum, 0, TimeUnit.SECONDS, queue);
        boolean isUnbounded = QueueDepth.isUnbounded(queue);
        return KindRule.of(executor, queue, core, maximum, isUnbounded, /* isSealed= */ false, /* isOlder= */ false);
    }
}
