package dev.headcount.simulator;

import dev.headcount.scaling.Signal;
import java.util.SplittableRandom;

/**
 * The .NET thread pool's hill climbing, with its starvation guard.
 *
 * <p>Law: the size swings by a wave of period 4 samples; the part of that wave which shows again in the throughput,
 * less 0.15 of the thread wave, tells which way is up. {@code move = |clamp(Re ratio)| x confidence}, squared, times 4
 * threads a second; confidence is the thread wave over the noise at the neighbouring periods, a third of it.
 * Samples of 10 to 200 ms, drawn anew at each change. Each 500 ms one thread more when tasks waited, none was taken
 * and all are busy.
 * Source: dotnet/runtime, PortableThreadPool.HillClimbing.cs and GateThread.cs; Hellerstein, Morrison and Eilebrecht
 * (2010), <i>Applying control theory in the real world</i>.
 */
final class DotNetHillClimbing implements Controller {

    private static final int PERIOD = 4;
    private static final int SAMPLES = 32;
    private static final double AIM = 0.15;
    private static final double SIGNAL_TO_NOISE = 3;
    private static final double ERROR_SMOOTHING = 0.01;
    private static final double GAIN_EXPONENT = 2;
    private static final double CHANGE_PER_SECOND = 4;
    private static final double CHANGE_PER_SAMPLE = 20;
    private static final int MOST_WAVE = 20;
    private static final double SAMPLE_ERROR = 0.15;
    private static final double BUSY_CPU = 0.95;
    private static final double GATE_SECONDS = 0.5;

    private final Told told;
    private final SplittableRandom random;
    private final Lapse sample = new Lapse();
    private final Lapse gate = new Lapse();
    private final double[] throughputs = new double[SAMPLES];
    private final double[] threads = new double[SAMPLES];

    private double setting;
    private double noise;
    private long total;
    private int last;
    private double sampleSeconds;
    private double pause;
    private double heldSeconds;
    private double heldCompletions;
    private double sinceGate;

    DotNetHillClimbing(Told told) {
        this.told = told;
        this.random = new SplittableRandom(told.seed());
        this.setting = told.floor();
        this.last = told.floor();
        drawSample();
        pause = sampleSeconds;
    }

    private void drawSample() {
        sampleSeconds = (10 + random.nextInt(191)) / 1000.0;
    }

    @Override
    public String name() {
        return "dotnet_hillclimb";
    }

    @Override
    public double pauseSeconds() {
        return pause;
    }

    @Override
    public int size(Signal signal, int target) {
        if (!sample.next(signal)) {
            gate.next(signal);
            return target;
        }
        int size = starved(signal, target);
        if (size != last) {
            setting += size - last;
            change(size);
        }
        return climb(signal, size, sample.seconds(), (double) sample.completed());
    }

    private int starved(Signal signal, int target) {
        sinceGate += sample.seconds();
        if (sinceGate < GATE_SECONDS) {
            return target;
        }
        sinceGate = 0;
        gate.next(signal);
        boolean isStarved = signal.queueDepth() > 0 && gate.taken() == 0 && signal.busy() >= target;
        return told.clamp(isStarved ? target + 1 : target);
    }

    private int climb(Signal signal, int size, double newSeconds, double newCompletions) {
        double seconds = newSeconds + heldSeconds;
        double completions = newCompletions + heldCompletions;
        if (total > 0 && (completions == 0 || (size - 1) / completions >= SAMPLE_ERROR)) {
            heldSeconds = seconds;
            heldCompletions = completions;
            pause = 0.01;
            return size;
        }
        heldSeconds = 0;
        heldCompletions = 0;
        int index = (int) (total % SAMPLES);
        throughputs[index] = completions / seconds;
        threads[index] = size;
        total++;

        double[] move = move(seconds);
        double cpu = Double.isNaN(signal.cpuShare()) ? 0 : signal.cpuShare() * signal.busy() / told.processors();
        if (move[0] > 0 && cpu > BUSY_CPU) {
            move[0] = 0;
        }
        setting += move[0];
        int wave = (int) Math.max(1, Math.min(MOST_WAVE, 0.5 + setting * noise * SIGNAL_TO_NOISE * 2));
        setting = Math.max(told.floor(), Math.min(told.ceiling() - wave, setting));
        int next = told.clamp((int) (setting + wave * (total / (PERIOD / 2) % 2)));
        if (next != size) {
            change(next);
        }
        pause = move[1] < 0 && next == told.floor() ? sampleSeconds * 10 * Math.min(-move[1], 1) : sampleSeconds;
        pause = Math.max(0.01, pause);
        return next;
    }

    private void change(int size) {
        last = size;
        drawSample();
    }

    /** The step, and the real part of the ratio. */
    private double[] move(double seconds) {
        int count = (int) Math.min(total - 1, SAMPLES) / PERIOD * PERIOD;
        double real = 0;
        double confidence = 0;
        if (count > PERIOD) {
            double meanThroughput = mean(throughputs, count);
            double meanThreads = mean(threads, count);
            if (meanThroughput > 0 && meanThreads > 0) {
                double[] thread = wave(threads, count, PERIOD, meanThreads);
                double[] throughput = wave(throughputs, count, PERIOD, meanThroughput);
                double error = length(wave(throughputs, count, count / ((double) count / PERIOD + 1), meanThroughput));
                double other = count / ((double) count / PERIOD - 1);
                if (other <= count) {
                    error = Math.max(error, length(wave(throughputs, count, other, meanThroughput)));
                }
                noise = noise == 0 ? error : ERROR_SMOOTHING * error + (1 - ERROR_SMOOTHING) * noise;
                double strength = length(thread);
                if (strength > 0) {
                    real = (throughput[0] * thread[0] + throughput[1] * thread[1]) / (strength * strength) - AIM;
                }
                double worst = Math.max(noise, error);
                confidence = worst > 0 ? strength / worst / SIGNAL_TO_NOISE : 1;
            }
        }
        double step = Math.max(-1, Math.min(1, real)) * Math.max(0, Math.min(1, confidence));
        double moved = Math.pow(Math.abs(step), GAIN_EXPONENT) * Math.signum(step) * CHANGE_PER_SECOND * seconds;
        return new double[] {Math.min(moved, CHANGE_PER_SAMPLE), real};
    }

    private double mean(double[] values, int count) {
        double sum = 0;
        for (int back = 1; back <= count; back++) {
            sum += values[(int) ((total - back) % SAMPLES)];
        }
        return sum / count;
    }

    /** The component of a period by Goertzel's recurrence, over the mean. */
    private double[] wave(double[] values, int count, double period, double mean) {
        double angle = 2 * Math.PI / period;
        double twoCosines = 2 * Math.cos(angle);
        double one = 0;
        double two = 0;
        for (int back = count; back >= 1; back--) {
            double zero = twoCosines * one - two + values[(int) ((total - back) % SAMPLES)];
            two = one;
            one = zero;
        }
        return new double[] {(one - two * Math.cos(angle)) / count / mean, two * Math.sin(angle) / count / mean};
    }

    private static double length(double[] wave) {
        return Math.hypot(wave[0], wave[1]);
    }
}
