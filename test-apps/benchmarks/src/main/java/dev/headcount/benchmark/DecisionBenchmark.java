package dev.headcount.benchmark;

import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision of the default policy for one pool: signals of 13 minutes, made beforehand, over and over.
 *
 * <p>The steady pool has the same load at each tick and an empty queue; the busy one has a load that rises and falls,
 * with a backlog at every tenth tick. Run by {@link DecisionCost}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {

    private static final int TICKS = 4096;
    private static final long TICK_NANOS = 200_000_000L;
    private static final double SERVICE_SECONDS = 0.05;

    private final Signal[] steady = new Signal[TICKS];
    private final Signal[] busy = new Signal[TICKS];
    private final Bounds bounds = Bounds.of(4, 64, 10_000, 0.1);
    private final Overrides nobody = Overrides.NONE;
    private final Autoscaler steadyScaler = new Autoscaler("steady", Policy.adaptive(), 16, 0);
    private final Autoscaler busyScaler = new Autoscaler("busy", Policy.adaptive(), 16, 0);
    private int next;

    @Setup
    public void makeSignals() {
        Random random = new Random(7);
        long steadyTasks = 0;
        long busyTasks = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            steadyTasks += 40;
            steady[tick] = signal(tick, steadyTasks, 10, 0);
            int load = (int) (40 + 30 * Math.sin(tick / 50.0) + random.nextInt(10));
            busyTasks += load;
            busy[tick] = signal(tick, busyTasks, Math.min(16, load / 4), tick % 10 == 0 ? random.nextInt(60) : 0);
        }
    }

    private static Signal signal(int tick, long tasks, int working, int waiting) {
        return Signal.builder()
                .nowNanos(tick * TICK_NANOS)
                .size(16)
                .core(16)
                .busy(working)
                .queueDepth(waiting)
                .serviceMeanSeconds(SERVICE_SECONDS)
                .serviceVariation(1)
                .tally(Tally.builder()
                        .submitted(tasks + waiting)
                        .completed(tasks)
                        .services(tasks)
                        .serviceSeconds(tasks * SERVICE_SECONDS)
                        .waits(tasks)
                        .build())
                .build();
    }

    @Benchmark
    public Decision decisionForASteadyPool() {
        return steadyScaler.tick(steady[next++ & TICKS - 1], bounds, nobody, 0);
    }

    @Benchmark
    public Decision decisionForABusyPool() {
        return busyScaler.tick(busy[next++ & TICKS - 1], bounds, nobody, 0);
    }
}
