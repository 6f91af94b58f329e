package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The pool's semantics, step by step, as {@code ThreadPoolExecutor} has them. */
final class VirtualPoolTest {

    private static final double WORK = 1;
    private static final double START = 0.0001;

    private Tasks tasks;
    private VirtualPool pool;

    private VirtualPool pool(int floor, int ceiling, int queueCapacity, Settings settings) {
        Scenario.Builder builder = Scenario.builder("pool").lasting(1000).within(floor, ceiling);
        builder.queueCapacity = queueCapacity;
        Scenario scenario = builder.build();
        tasks = new Tasks(Workload.of(scenario, 1));
        pool = new VirtualPool(
                scenario,
                settings,
                tasks,
                new Meter(scenario, settings),
                new Score(scenario, settings),
                new PoolBehind(scenario, 1));
        return pool;
    }

    private VirtualPool pool(int floor) {
        return pool(floor, 64, Integer.MAX_VALUE, Settings.STANDARD);
    }

    private boolean execute() {
        return pool.execute(tasks.add(pool.now(), WORK, /* isFailing= */ false, 0));
    }

    private void execute(int count) {
        for (int task = 0; task < count; task++) {
            execute();
        }
    }

    private void until(double moment) {
        while (pool.nextMoment() <= moment) {
            pool.pass(pool.nextMoment());
            pool.happen();
        }
        pool.pass(moment);
    }

    @Test
    void execute_belowCore_startsAWorkerThoughOneIsIdle() {
        pool(3);
        execute();
        until(2);
        assertThat(pool.live()).isEqualTo(1);
        assertThat(pool.busy()).isZero();
        execute();
        assertThat(pool.live()).isEqualTo(2);
    }

    @Test
    void start_takesATenthOfAMillisecond() {
        pool(1);
        execute();
        assertThat(pool.busy()).isZero();
        until(START);
        assertThat(pool.busy()).isEqualTo(1);
    }

    @Test
    void execute_atCore_queues() {
        pool(2);
        execute(5);
        until(0.5);
        assertThat(pool.live()).isEqualTo(2);
        assertThat(pool.busy()).isEqualTo(2);
        assertThat(pool.queueDepth()).isEqualTo(3);
    }

    @Test
    void grow_fewTasksWait_startsOnlyAsManyWorkers() {
        pool(2);
        execute(5);
        until(0.5);
        pool.resize(10);
        assertThat(pool.live()).isEqualTo(5);
        until(0.6);
        assertThat(pool.busy()).isEqualTo(5);
        execute(2);
        assertThat(pool.live()).isEqualTo(7);
    }

    @Test
    void grow_manyTasksWait_startsTheDifference() {
        pool(2);
        execute(20);
        until(0.5);
        pool.resize(6);
        assertThat(pool.live()).isEqualTo(6);
    }

    @Test
    void grow_nothingWaits_startsNobody() {
        pool(2);
        pool.resize(6);
        assertThat(pool.live()).isZero();
    }

    @Test
    void shrink_idleWorkers_leaveAtOnce() {
        pool(8);
        execute(8);
        until(5);
        assertThat(pool.live()).isEqualTo(8);
        pool.resize(3);
        assertThat(pool.live()).isEqualTo(3);
    }

    @Test
    void shrink_busyWorkers_leaveAfterTheirTaskThoughOthersWait() {
        pool(4);
        execute(10);
        until(0.5);
        pool.resize(1);
        assertThat(pool.live()).isEqualTo(4);
        until(1.5);
        assertThat(pool.live()).isEqualTo(1);
        assertThat(pool.queueDepth()).isEqualTo(5);
    }

    @Test
    void execute_queueFull_isRefused() {
        pool(1, 64, 2, Settings.STANDARD);
        assertThat(execute()).isTrue();
        assertThat(execute()).isTrue();
        assertThat(execute()).isTrue();
        assertThat(execute()).isFalse();
    }

    @Test
    void eager_everyWorkerBusy_growsBeforeItQueuesAndLetsGoAfterKeepAlive() {
        pool(2, 4, Integer.MAX_VALUE, Settings.STANDARD.eager(/* eager= */ true, /* keepAlive= */ 60));
        pool.resize(4);
        execute(6);
        until(0.5);
        assertThat(pool.live()).isEqualTo(4);
        assertThat(pool.queueDepth()).isEqualTo(2);
        until(61);
        assertThat(pool.live()).isEqualTo(4);
        until(63);
        assertThat(pool.live()).isEqualTo(2);
    }

    @Test
    void tasks_twoOnOnePlace_eachTakeTwiceAsLong() {
        Scenario scenario =
                Scenario.builder("shared").within(2, 2).against(1, 0).build();
        tasks = new Tasks(Workload.of(scenario, 1));
        Settings settings = Settings.STANDARD.starting(0, 0);
        pool = new VirtualPool(
                scenario,
                settings,
                tasks,
                new Meter(scenario, settings),
                new Score(scenario, settings),
                new PoolBehind(scenario, 1));
        execute();
        until(0.5);
        execute();
        until(0.5);
        // half was done alone; the other half takes a second beside the other, which then has half to go alone
        assertThat(pool.nextMoment()).isCloseTo(1.5, within(1e-9));
        until(1.6);
        assertThat(pool.nextMoment()).isCloseTo(2, within(1e-9));
    }
}
