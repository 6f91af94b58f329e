package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real pools and threads; the build opens {@code java.util.concurrent} to these tests as the launcher does. */
final class ResizerTest {

    private static final long TEN_SECONDS = 10_000_000_000L;

    private final ExecutorFields fields = new ExecutorFields();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(4, 8, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    @AfterEach
    void endPool() {
        release.countDown();
        executor.shutdownNow();
    }

    @Test
    void resize_growing_raisesTheMaximumWithTheCore() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);

        join(resizer.resize(executor, 20, Thread.currentThread()));

        assertThat(executor.getCorePoolSize()).isEqualTo(20);
        assertThat(executor.getMaximumPoolSize()).isEqualTo(20);
        assertThat(resizer.refusal()).isNull();
        assertThat(resizer.isOurs()).isTrue();
    }

    @Test
    void resize_shrinking_neverGoesBelowTheApplicationsMaximum() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        join(resizer.resize(executor, 20, Thread.currentThread()));

        join(resizer.resize(executor, 6, Thread.currentThread()));

        assertThat(executor.getCorePoolSize()).isEqualTo(6);
        assertThat(executor.getMaximumPoolSize()).isEqualTo(8);
    }

    @Test
    void resize_eagerPool_leavesTheCore() throws InterruptedException {
        Resizer resizer = resizer(Kind.EAGER);

        join(resizer.resize(executor, 20, Thread.currentThread()));

        assertThat(executor.getCorePoolSize()).isEqualTo(4);
        assertThat(executor.getMaximumPoolSize()).isEqualTo(20);
    }

    @Test
    void resize_sizesAreRightAlready_startsNoThread() {
        assertThat(resizer(Kind.ELASTIC).resize(executor, 4, Thread.currentThread()))
                .isNull();
    }

    @Test
    void resize_poolThatWasShutDown_startsNoWorker() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        block(4);
        executor.execute(() -> {});
        executor.shutdown();

        join(resizer.resize(executor, 20, Thread.currentThread()));

        assertThat(executor.getPoolSize()).isEqualTo(4);
        assertThat(executor.getCorePoolSize()).isEqualTo(4);
    }

    @Test
    void resize_factoryThatThrows_isARefusalAndNoException() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        block(4);
        executor.execute(() -> {});
        executor.setThreadFactory(task -> {
            throw new IllegalStateException("no thread today");
        });

        join(resizer.resize(executor, 20, Thread.currentThread()));

        assertThat(resizer.refusal()).contains("no thread today");
    }

    @Test
    void resize_newWorkers_inheritTheTraitsOfALiveOneAndNoLocals() throws InterruptedException {
        InheritableThreadLocal<String> identity = new InheritableThreadLocal<>();
        identity.set("of this request");
        ThreadGroup group = new ThreadGroup("theirs");
        Thread worker = new Thread(group, () -> {}, "worker");
        worker.setDaemon(true);
        worker.setPriority(3);
        worker.setContextClassLoader(null);
        AtomicReference<String> inherited = new AtomicReference<>("nothing started");
        AtomicReference<Thread> parent = new AtomicReference<>();
        ThreadFactory plain = Thread::new;
        block(4);
        executor.execute(() -> {});
        executor.setThreadFactory(task -> {
            parent.compareAndSet(null, Thread.currentThread());
            inherited.set(identity.get());
            return plain.newThread(task);
        });

        join(resizer(Kind.ELASTIC).resize(executor, 5, worker));

        assertThat(inherited.get()).isNull();
        assertThat(parent.get().isDaemon()).isTrue();
        assertThat(parent.get().getPriority()).isEqualTo(3);
        assertThat(parent.get().getContextClassLoader()).isNull();
    }

    @Test
    void applicationResizes_setterThatWasLegalBefore_isLegalStill() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        join(resizer.resize(executor, 40, Thread.currentThread()));

        resizer.applicationResizes(executor); // what the hook at the setter's entry does
        assertThatCode(() -> executor.setMaximumPoolSize(16)).doesNotThrowAnyException();
        resizer.applicationResized();

        assertThat(resizer.reconcile(executor)).isEqualTo(Resizer.Finding.ADOPTED);
        assertThat(resizer.baselineCore()).isEqualTo(4);
        assertThat(resizer.baselineMaximum()).isEqualTo(16);
        assertThat(resizer.isOurs()).isFalse();
        assertThat(resizer.reconcile(executor)).isEqualTo(Resizer.Finding.OURS);
    }

    @Test
    void resize_afterTheApplicationSetASize_waitsForTheNextDecision() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        resizer.applicationResizes(executor);
        executor.setCorePoolSize(6);
        resizer.applicationResized();

        join(resizer.resize(executor, 40, Thread.currentThread()));

        assertThat(executor.getCorePoolSize()).isEqualTo(6);
    }

    @Test
    void reconcile_applicationStillInItsSetter_waitsForItsEnd() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        join(resizer.resize(executor, 20, Thread.currentThread()));
        resizer.applicationResizes(executor);

        assertThat(resizer.reconcile(executor)).isEqualTo(Resizer.Finding.OURS);
        join(resizer.resize(executor, 40, Thread.currentThread()));
        assertThat(executor.getMaximumPoolSize()).isEqualTo(8);

        executor.setCorePoolSize(6);
        resizer.applicationResized();
        assertThat(resizer.reconcile(executor)).isEqualTo(Resizer.Finding.ADOPTED);
        assertThat(resizer.baselineCore()).isEqualTo(6);
    }

    @Test
    void settle_grownAndGivenBack_restoresTheKeepAlive() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        resizer.idleExpiry(TEN_SECONDS);
        join(resizer.resize(executor, 20, Thread.currentThread()));
        assertThat(executor.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(10);

        resizer.settle(executor, /* size= */ 20);
        assertThat(executor.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(10);

        resizer.giveBack(executor, null);
        assertThat(executor.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(60);
        assertThat(executor.getCorePoolSize()).isEqualTo(4);
        assertThat(executor.getMaximumPoolSize()).isEqualTo(8);
    }

    @Test
    void giveBack_belowTheApplicationsCore_startsWorkersThatResembleTheirs() throws InterruptedException {
        Resizer resizer = resizer(Kind.ELASTIC);
        join(resizer.resize(executor, 2, Thread.currentThread()));
        block(2);
        AtomicReference<Thread> late = new AtomicReference<>();
        executor.execute(() -> late.set(Thread.currentThread()));
        Thread worker = new Thread(() -> {});
        ClassLoader theirs = new ClassLoader() {};
        worker.setContextClassLoader(theirs);

        join(resizer.giveBack(executor, worker));

        assertThat(executor.getCorePoolSize()).isEqualTo(4);
        await().until(() -> late.get() != null);
        assertThat(late.get().getContextClassLoader()).isSameAs(theirs);
    }

    private Resizer resizer(Kind kind) {
        return new Resizer(fields, kind, 4, 8);
    }

    private void block(int workers) {
        for (int i = 0; i < workers; i++) {
            executor.execute(() -> {
                try {
                    release.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private static void join(Thread resize) throws InterruptedException {
        assertThat(resize).isNotNull();
        resize.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(resize.isAlive()).isFalse();
    }
}
