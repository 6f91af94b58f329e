package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole workloads in virtual time: tasks of 50 ms of work, 200 ms of objective, 2 to 64 threads. */
final class AdaptiveWorkloadTest {

    private static final Bounds BOUNDS = Bounds.of(2, 64, 256, 0.2);

    private static CrowdedPool pool(long seed) {
        return new CrowdedPool(seed, /* work= */ 0.05, BOUNDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void step_tenfoldLoad_isOnTimeWithinTwoSeconds(long seed) {
        CrowdedPool pool = pool(seed).run(60, 40);
        double step = pool.now();
        pool.run(1.9, 400);
        double lateUntil = Math.max(step, pool.lastLateAt);
        pool.run(60, 400);

        // healthy 0 to 0.3 s; 30 s and more when growth is one thread at a time
        assertThat(lateUntil - step).isLessThan(1.5);
        // healthy 0.0 to 0.3 %
        assertThat(pool.lateShare()).isLessThan(0.01);
        // healthy 21 to 27; twenty are busy
        assertThat(pool.target()).isBetween(20, 32);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void constantLoad_tenMinutes_isOnTimeCheapAndCalm(long seed) {
        CrowdedPool pool = pool(seed).run(600, 160);

        assertThat(pool.lateShare()).isLessThan(0.01);
        // eight are busy; a fixed size that meets the objective is 11
        assertThat(pool.threadSeconds / 600).isBetween(8.0, 11.0);
        // healthy 20 to 60; hundreds when release has no price
        assertThat(pool.changes).isLessThan(120);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void downstream_saturated_isHeldNearItsKneeAndServesWhatItCan(long seed) {
        CrowdedPool pool = pool(seed);
        pool.capacity = 10;
        pool.run(60, 120);
        assertThat(pool.knee()).as("while nothing is in the way").isZero();
        long before = pool.completed();
        pool.run(60, 280);

        // 200 a second is all there is; healthy 11,400 to 12,000, and 6,600 at the ceiling
        assertThat(pool.completed() - before).isGreaterThan(11_000);
        assertThat(pool.target()).isBetween(9, 18);
        assertThat(pool.sentence()).contains("did not pay");
        assertThat(pool.knee()).isBetween(8, 15); // ten places, found from samples

        pool.run(120, 120);
        assertThat(pool.waiting()).as("waiting two minutes after").isLessThan(30);
    }

    /** A thousand tasks end between two looks: none may be counted for a size that the pool did not have yet. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void downstream_overrunByShortTasks_findsTheKneeAndStays(long seed) {
        CrowdedPool pool = new CrowdedPool(seed, /* work= */ 0.0005, BOUNDS);
        pool.capacity = 10;
        pool.run(10, 12_000);
        pool.run(5, 28_000);
        long before = pool.completed();
        pool.run(20, 28_000);

        // 20,000 a second is all there is; at the ceiling 11,000
        assertThat(pool.completed() - before).isGreaterThan(370_000);
        assertThat(pool.target()).isBetween(9, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void downstream_relieved_growthIsFreeAgain(long seed) {
        CrowdedPool pool = pool(seed);
        pool.capacity = 10;
        pool.run(60, 120).run(60, 280);
        pool.capacity = Double.POSITIVE_INFINITY;
        pool.run(40, 280);

        // probes come every ten seconds at most, and grow by half while they pay; of sixty seeds, 43 are
        // through with five thousand waiting tasks within 20 s, the last after 46
        assertThat(pool.waiting()).isLessThan(40);
        assertThat(pool.target()).isGreaterThanOrEqualTo(14);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void outsideSlowDown_fivefold_isAnsweredByGrowth(long seed) {
        CrowdedPool pool = pool(seed).run(60, 120);
        pool.slowness = 5;
        pool.run(60, 120);

        // thirty are busy; healthy 30 to 40
        assertThat(pool.target()).isBetween(30, 50);
        assertThat(pool.waiting()).isLessThan(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void cpuBound_overload_isHeldAtTheProcessors(long seed) {
        CrowdedPool pool = pool(seed);
        pool.capacity = 2;
        pool.cpuShare = 1;
        pool.run(60, 60);

        assertThat(pool.target()).isEqualTo(2);
        assertThat(pool.sentence()).contains("veto cpu: its tasks keep 100 % of the processors busy");
        assertThat(pool.knee()).as("what the processors allow is no knee").isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cascade_whatIsTooMuchFailsFast_shrinksToWhatSucceeds(long seed) {
        CrowdedPool pool = new CrowdedPool(seed, /* work= */ 0.05, Bounds.of(2, 128, 256, 0.2));
        pool.capacity = 30;
        pool.isFailingTheSurplus = true;
        pool.failingWork = 0.2; // so the mean service time hardly rises, and the queue is soon empty
        pool.run(60, 360);
        long failed = pool.failed();
        long completed = pool.completed();
        boolean isNamed = false;
        for (int second = 0; second < 60; second++) {
            pool.run(1, 1_200);
            isNamed |= pool.sentence().contains("cascade: growth beyond ");
        }

        // thirty succeed; healthy 30 to 36, and 43 where growth is only held
        assertThat(pool.target()).isBetween(24, 38);
        // healthy 1 to 10 %, and 33 % where growth is only held
        assertThat((double) (pool.failed() - failed) / (pool.completed() - completed))
                .isLessThan(0.15);
        assertThat(isNamed).isTrue();
    }

    /** Draws in which a trial comes before the failures are too many. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 9, 10})
    void failures_withASlowDownFromOutside_leaveTheSizeThatTheyMet(long seed) {
        CrowdedPool pool = pool(seed).run(60, 60);
        pool.slowness = 1.3;
        pool.failing = 0.3;
        pool.run(60, 60);

        // healthy 0, 41 and 0; 763, 884 and 269 where growth is held at the size that the trial left
        assertThat(pool.waiting()).isLessThan(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void failures_halfOfTheTasks_growthIsHeldUntilTheyEnd(long seed) {
        CrowdedPool pool = pool(seed).run(60, 120);
        int before = pool.target();
        pool.failing = 0.5;
        pool.run(5, 120).run(5, 400);
        assertThat(pool.target()).isLessThanOrEqualTo(before + 1);
        assertThat(pool.sentence()).contains("% of the tasks fail: no growth");
        assertThat(pool.knee()).as("what failures hold back is no knee").isZero();

        pool.failing = 0;
        pool.run(20, 400);
        assertThat(pool.target()).isGreaterThanOrEqualTo(20);
    }
}
