package dev.headcount.scaling.decider;

import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

/** The two laws that learn from their own steps, over a pool that is always full until its downstream is. */
final class LearningTest {

    private static final Bounds BOUNDS = Bounds.of(4, 200, 256, 0.1);
    private static final double SERVICE = 0.05;

    private double seconds = -500;
    private int target = 8;
    private int waiting = 100;

    /** Tasks take longer once more than {@code knee} run at once, so that throughput stays what it was. */
    private void run(Decider decider, int knee, double forSeconds) {
        for (double end = seconds + forSeconds; seconds < end; seconds += 0.2) {
            double service = SERVICE * Math.max(1, target / (double) knee);
            int busy = waiting > 0 ? target : 0;
            Signal signal = Signal.builder()
                    .nowNanos(at(seconds))
                    .size(target)
                    .busy(busy)
                    .queueDepth(waiting)
                    .serviceMeanSeconds(service)
                    .throughputPerSecond(busy / service)
                    .arrivalRatePerSecond(waiting > 0 ? 1_000 : 0)
                    .build();
            target = within(decider.propose(signal, target, BOUNDS).size());
        }
    }

    @Test
    void hillClimbing_kneeAt40_staysNearIt() {
        HillClimbing law = new HillClimbing(Parameters.STANDARD);
        run(law, 40, 300);
        // healthy 40 or 44; 200 without the verdict
        assertThat(target).isBetween(36, 48);
    }

    @Test
    void hillClimbing_noKnee_climbsToTheCeiling() {
        run(new HillClimbing(Parameters.STANDARD), 1_000, 300);
        assertThat(target).isEqualTo(200);
    }

    @Test
    void hillClimbing_loadGone_releasesToTheFloor() {
        HillClimbing law = new HillClimbing(Parameters.STANDARD);
        run(law, 40, 100);
        waiting = 0;
        run(law, 40, 120);
        assertThat(target).isEqualTo(4);
    }

    @Test
    void gradient_evenServiceTime_growsByFourFifthsASecond() {
        run(new Gradient(Parameters.STANDARD), 1_000, 100);
        // 8 and 80
        assertThat(target).isBetween(80, 92);
    }

    @Test
    void gradient_downstreamThatGetsSlow_takesThreadsAway() {
        Gradient law = new Gradient(Parameters.STANDARD);
        run(law, 1_000, 60);
        int before = target;
        run(law, 10, 60);
        // healthy 18 from 56: three times the usual service time is above the tolerance of one and a half
        assertThat(target).isLessThan(before / 2);
    }

    @Test
    void gradient_loadGone_releasesToTheFloor() {
        Gradient law = new Gradient(Parameters.STANDARD);
        run(law, 1_000, 30);
        waiting = 0;
        run(law, 1_000, 120);
        assertThat(target).isEqualTo(4);
    }

    private static int within(int size) {
        return Math.max(BOUNDS.floor(), Math.min(BOUNDS.ceiling(), size));
    }
}
