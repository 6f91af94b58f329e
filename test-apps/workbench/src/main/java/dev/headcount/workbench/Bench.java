package dev.headcount.workbench;

import dev.headcount.replay.Scenario;
import dev.headcount.replay.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;

/**
 * The program under the agent: a pool, whoever sends to it, and somebody who writes down what happens.
 *
 * <p>Law: task {@code n} is sent at its moment, whatever became of the ones before. A task waits as long as its work
 * says, or, where the scenario burns processors, computes until its thread has been on one for so long.
 * Threads: the main thread sends, the pool's own run, one looks at the pool's size every 20 ms, and every millisecond
 * whether the agent has ticked.
 */
final class Bench {

    /** Its threads are called {@code bench-N}, so the agent calls the pool so. */
    static final String POOL = "bench";

    private static final long LOOK_NANOS = 1_000_000;
    private static final int LOOKS_A_SIZE = 20;
    private static final int WARM_UP_TASKS = 4000;
    private static final long LEAD_NANOS = 500_000_000;

    private final Scenario scenario;
    private final Workload workload;
    private final Diary diary;
    private final ThreadPoolExecutor pool;
    private long beganNanos;

    private Bench(Scenario scenario) {
        this.scenario = scenario;
        workload = Workload.of(scenario, scenario.seed);
        diary = new Diary(workload.size());
        pool = pool(POOL, scenario.floor);
    }

    public static void main(String[] arguments) throws Exception {
        Load load = new Load(Path.of(arguments[0]), arguments[1], Double.parseDouble(arguments[2]));
        new Bench(load.scenario(Runtime.getRuntime().availableProcessors())).run(Path.of(arguments[3]));
        System.exit(0);
    }

    private static ThreadPoolExecutor pool(String name, int size) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private void run(Path file) throws InterruptedException, IOException {
        warmUp();
        beganNanos = System.nanoTime() + LEAD_NANOS;
        Thread looker = new Thread(this::look, "looker");
        looker.setDaemon(true);
        looker.start();
        for (int task = 0; task < workload.size(); task++) {
            int number = task;
            until(beganNanos + nanos(workload.arrivalSeconds(task)));
            diary.sent(number, seconds());
            pool.execute(() -> work(number));
        }
        until(beganNanos + nanos(scenario.durationSeconds));
        double cpuSeconds = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
        diary.used(cpuSeconds / scenario.durationSeconds);
        diary.write(file, scenario.durationSeconds);
    }

    /** The first tasks of a JVM are interpreted; those of the load are not. */
    private static void warmUp() throws InterruptedException {
        ThreadPoolExecutor other = pool("warm-up", 2);
        CountDownLatch done = new CountDownLatch(WARM_UP_TASKS);
        for (int task = 0; task < WARM_UP_TASKS; task++) {
            other.execute(() -> {
                Work.burn(0.00005);
                Work.sleep(0.00005);
                done.countDown();
            });
        }
        done.await();
        other.shutdown();
    }

    private void work(int number) {
        double start = seconds();
        double work = workload.workSeconds(number) * scenario.slowdownAt(start);
        diary.started(number, start, work);
        if (scenario.cores > 0) {
            Work.burn(work);
        } else {
            Work.sleep(work);
        }
        diary.ended(number, seconds());
    }

    private void look() {
        try {
            AgentTicks ticks = new AgentTicks();
            for (long look = 0; true; look++) {
                until(beganNanos + look * LOOK_NANOS);
                if (ticks.hasTicked() && look > 0) {
                    diary.ticked(seconds());
                }
                if (look % LOOKS_A_SIZE == 0) {
                    diary.looked(seconds(), pool.getPoolSize(), pool.getCorePoolSize());
                }
            }
        } catch (JMException unreadable) {
            throw new IllegalStateException("can't read the agent's bean", unreadable);
        }
    }

    private double seconds() {
        return (System.nanoTime() - beganNanos) / 1e9;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static void until(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
