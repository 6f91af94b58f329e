package dev.headcount.simulator;

import dev.headcount.scaling.Signal;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Open Liberty's thread pool controller.
 *
 * <p>Law, each 1.5 s: remember the throughput of the size; a size in reach (four steps) that more probably has a higher
 * one votes for going there; an empty queue, low activity, a busy processor vote for less, a long queue for more; a
 * coin stands in for what isn't known. A step is taken when its vote is 0.5 or more and 0.25 above the other.
 * With tasks waiting and none ending a step is added each 0.75 s, and the size becomes the floor for a while.
 * Source: OpenLiberty/open-liberty, ThreadPoolController.java, ThroughputDistribution.java.
 */
final class Liberty implements Controller {

    private static final double CYCLE_SECONDS = 1.5;
    private static final double HANG_CYCLE_SECONDS = 0.75;
    private static final int REACH = 4;

    /** Of two processors, for which its smallest core, four, is twice their number. */
    private static final int STANDARD_BASIS = 2;

    private static final double BUSY_CPU = 0.9;
    private static final double LOW_ACTIVITY = 0.75;
    private static final int UNCHANGED = 5;
    private static final int CLEAN_CYCLES = 8;

    private final Told told;
    private final int basis;
    private final SplittableRandom coin;
    private final Lapse lapse = new Lapse();
    private final TreeMap<Integer, Throughput> known = new TreeMap<>();

    private double pause = CYCLE_SECONDS;
    private int floor;
    private int emptyCycles;
    private int unchangedCycles;
    private int cleanCycles;
    private int resets;
    private int cycle;
    private int lastMove;
    private double lastThroughput;
    private boolean lastShrinkHurt;

    Liberty(Told told) {
        this.told = told;
        this.floor = told.floor();
        this.coin = new SplittableRandom(told.seed());
        this.basis = (int) told.number("basis", STANDARD_BASIS);
    }

    @Override
    public String name() {
        return "liberty";
    }

    @Override
    public double pauseSeconds() {
        return pause;
    }

    private boolean heads() {
        return coin.nextBoolean();
    }

    private int step(int size) {
        if (told.ceiling() - told.floor() < 10 * basis) {
            return Math.max(1, (told.ceiling() - told.floor()) / 10);
        }
        return size <= 16 * basis ? basis : size <= 64 * basis ? 2 * basis : 4 * basis;
    }

    @Override
    public int size(Signal signal, int target) {
        if (!lapse.next(signal)) {
            return target;
        }
        cycle++;
        if (lapse.completed() == 0) {
            return signal.queueDepth() > 0 ? unhang(target) : target;
        }
        pause = CYCLE_SECONDS;
        if (++cleanCycles > CLEAN_CYCLES) {
            floor = Math.max(told.floor(), floor - step(floor));
        }
        double throughput = lapse.completedPerSecond();
        remember(target, throughput);
        emptyCycles = signal.queueDepth() == 0 ? emptyCycles + 1 : 0;
        lastShrinkHurt = lastMove < 0 ? throughput < lastThroughput : lastShrinkHurt && lastMove == 0;
        lastThroughput = throughput;
        int active = signal.queueDepth() == 0 ? Math.min(target, signal.busy()) : 0;
        int size = Math.max(Math.max(moved(signal, target, throughput), floor), active);
        lastMove = size - target;
        unchangedCycles = lastMove == 0 ? unchangedCycles + 1 : 0;
        return size;
    }

    private int unhang(int target) {
        pause = HANG_CYCLE_SECONDS;
        cleanCycles = 0;
        floor = told.clamp(target + step(target));
        return floor;
    }

    private void remember(int size, double throughput) {
        Throughput of = known.get(size);
        if (of == null) {
            known.put(size, new Throughput(throughput, cycle));
        } else if (of.add(throughput, cycle)) {
            resets = lastMove != 0 ? resets + 1 : 0;
            if (resets >= 10) {
                known.clear();
                resets = 0;
            }
        }
        known.values().removeIf(other -> other.isStale(throughput, cycle));
    }

    private int moved(Signal signal, int size, double throughput) {
        int step = step(size);
        boolean isQueueEmpty = signal.queueDepth() == 0;
        boolean isIdle = isQueueEmpty && (throughput < size || lapse.utilisation() < LOW_ACTIVITY);
        double cpu = Double.isNaN(signal.cpuShare()) ? 0 : signal.cpuShare() * signal.busy() / told.processors();
        boolean isCpuBusy = cpu > BUSY_CPU;
        Throughput own = known.get(size);
        double forecast = own == null ? throughput : own.mean();

        double shrink = vote(size, -step, forecast, /* dropsUnknown= */ false);
        if (!lastShrinkHurt) {
            shrink += Math.min(0.5, 0.04 * emptyCycles);
        }
        shrink += isIdle && heads() ? 0.5 : 0;
        shrink += isCpuBusy && heads() ? 0.7 : 0;
        shrink += farLean(size, step, forecast);
        double grow = 0;
        if (!isIdle) {
            grow = vote(size, step, forecast, isCpuBusy && heads());
            boolean isUnknown = known.higherEntry(size) == null;
            grow += isUnknown && signal.queueDepth() > 4 * size && heads() ? 0.5 : 0;
        }
        if (size - step < told.floor()) {
            shrink = 0;
        }
        if (size + step > told.ceiling()) {
            grow = 0;
        }
        if (grow >= 0.5 && grow - shrink > 0.25) {
            return size + step;
        }
        if (shrink >= 0.5 && shrink - grow > 0.25) {
            return size - step;
        }
        if (unchangedCycles >= UNCHANGED) {
            return heads() ? size - step : isIdle ? size : size + step;
        }
        return size;
    }

    /** How probably a size within reach on that side has a higher throughput than the forecast. */
    private double vote(int size, int step, double forecast, boolean dropsUnknown) {
        double sum = 0;
        int count = 0;
        int nearest = Math.min(size + Integer.signum(step), size + REACH * step);
        int farthest = Math.max(size + Integer.signum(step), size + REACH * step);
        for (Throughput other : known.subMap(nearest, true, farthest, true).values()) {
            sum += other.probablyAbove(forecast);
            count++;
        }
        if (count < REACH) {
            sum += !dropsUnknown && heads() ? 0.7 : 0;
            count++;
        }
        return sum / count;
    }

    /** A far smaller size that does about as much speaks for less. */
    private double farLean(int size, int step, double forecast) {
        Integer smaller = known.floorKey(size - 2 * REACH * step);
        if (smaller == null || forecast <= 0) {
            return 0;
        }
        double throughputs = forecast / known.get(smaller).mean();
        double ratio = (double) size / smaller / throughputs;
        double chance = ratio > 5 || throughputs < 1 ? 0.75 : ratio > 3 ? 0.5 : 0;
        return coin.nextDouble() < chance ? 0.5 : 0;
    }
}
