package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The application's calls against our resizes and our looks, as fast as the threads go.
 *
 * <p>Each call goes to a twin that nobody else touches, too: it must be as legal here as there, and what it set
 * must be the next baseline. The interleavings that break this: a look between the application's arrival and
 * the return of its sizes takes ours for its own; a write of ours that was decided on before it came lands on
 * top of what it set.
 */
final class ResizerRaceTest {

    private static final int BURSTS = 150;

    private final Random random = new Random(7);
    private final ExecutorFields fields = new ExecutorFields();
    private final Stalling executor = new Stalling();
    private final ThreadPoolExecutor twin = pool();
    private final Resizer resizer = new Resizer(fields, Kind.ELASTIC, 4, 8);
    private volatile boolean isOver;

    @Test
    @Timeout(60)
    void applicationResizes_amidResizesAndLooks_isLegalAndWins() throws InterruptedException {
        Thread loop = new Thread(this::look, "loop");
        loop.start();
        List<String> wrong = new ArrayList<>();
        for (int burst = 0; burst < BURSTS; burst++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                call(wrong);
            }
            if (!becomes(() -> resizer.baselineCore() == twin.getCorePoolSize()
                    && resizer.baselineMaximum() == twin.getMaximumPoolSize())) {
                wrong.add("baseline " + resizer.baselineCore() + "/" + resizer.baselineMaximum() + " instead of "
                        + sizes(twin));
            }
            LockSupport.parkNanos(random.nextInt(40_000_000));
        }
        isOver = true;
        loop.join();
        assertThat(wrong).isEmpty();
    }

    @Test
    @Timeout(60)
    void applicationResizes_twoThreadsAtOnce_bothAreLegalAndWin() throws InterruptedException {
        Thread loop = new Thread(this::look, "loop");
        loop.start();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (int burst = 0; burst < BURSTS; burst++) {
            int core = 1 + random.nextInt(6);
            int maximum = 6 + random.nextInt(18);
            Thread other = new Thread(() -> callInRange(/* isCore= */ true, core, wrong));
            other.start();
            callInRange(/* isCore= */ false, maximum, wrong);
            other.join();
            if (!becomes(() -> resizer.baselineCore() == core && resizer.baselineMaximum() == maximum)) {
                wrong.add("baseline " + resizer.baselineCore() + "/" + resizer.baselineMaximum() + " instead of " + core
                        + "/" + maximum);
            }
            LockSupport.parkNanos(random.nextInt(20_000_000));
        }
        isOver = true;
        loop.join();
        assertThat(wrong).isEmpty();
    }

    private void callInRange(boolean isCore, int size, List<String> wrong) {
        resizer.applicationResizes(executor);
        String got = set(executor, isCore, size);
        resizer.applicationResized();
        if (got.equals("refused")) {
            wrong.add((isCore ? "core " : "maximum ") + size + " refused, now " + sizes(executor));
        }
    }

    private void call(List<String> wrong) {
        boolean isCore = random.nextBoolean();
        int size = random.nextInt(18);
        String wanted = set(twin, isCore, size);
        resizer.applicationResizes(executor);
        String got = set(executor, isCore, size);
        resizer.applicationResized();
        if (!got.equals(wanted)) {
            wrong.add((isCore ? "core " : "maximum ") + size + ": " + got + ", now " + sizes(executor) + " instead of "
                    + wanted + ", now " + sizes(twin));
        }
    }

    /** A tick without a pause, and without a rest after a size of the application's own. */
    private void look() {
        Random targets = new Random(11);
        Thread resizing = null;
        while (!isOver) {
            resizer.reconcile(executor);
            if (resizing == null || !resizing.isAlive()) {
                resizing = resizer.resize(executor, 4 + targets.nextInt(20), Thread.currentThread());
            }
            LockSupport.parkNanos(100_000);
        }
    }

    private static String set(ThreadPoolExecutor pool, boolean isCore, int size) {
        try {
            if (isCore) {
                pool.setCorePoolSize(size);
            } else {
                pool.setMaximumPoolSize(size);
            }
            return "done";
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }

    private static boolean becomes(BooleanSupplier state) {
        long start = System.nanoTime();
        while (!state.getAsBoolean() && System.nanoTime() - start < 300_000_000L) {
            LockSupport.parkNanos(50_000);
        }
        return state.getAsBoolean();
    }

    private static String sizes(ThreadPoolExecutor pool) {
        return pool.getCorePoolSize() + "/" + pool.getMaximumPoolSize();
    }

    private static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(4, 8, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    /** A resize of ours takes its time: before the size is in force for want of a processor, after it for threads. */
    private static final class Stalling extends ThreadPoolExecutor {

        private final Random stalls = new Random(13);

        Stalling() {
            super(4, 8, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public void setCorePoolSize(int size) {
            stall(25);
            super.setCorePoolSize(size);
            stall(15);
        }

        @Override
        public void setMaximumPoolSize(int size) {
            stall(25);
            super.setMaximumPoolSize(size);
            stall(3);
        }

        private void stall(int millis) {
            if (Thread.currentThread().getName().equals("headcount-resize")) {
                LockSupport.parkNanos(stalls.nextInt(millis * 1_000_000));
            }
        }
    }
}
