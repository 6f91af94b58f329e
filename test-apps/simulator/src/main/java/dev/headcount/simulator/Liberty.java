package dev.headcount.simulator;

import dev.headcount.scaling.Signal;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Open Liberty's thread pool controller.
 *
 * <p>Law, each 1.5 s: remember the throughput of the size; a size in reach (four steps) that more probably has a higher
 * one votes for going there; an empty queue, less than one task a second and thread, a busy processor vote for less, a
 * long queue for more; a coin stands in for what isn't known, and a much smaller size that does about as much makes it
 * lean to less. A step is taken when its vote is 0.5 or more and 0.25 above the other.
 * With tasks waiting and none ending a step is added each 0.75 s, and the size becomes the floor for a while.
 * Source: OpenLiberty/open-liberty, ThreadPoolController.java, ThroughputDistribution.java.
 */
final class Liberty implements Controller {

    private static final double CYCLE_SECONDS = 1.5;
    private static final double HANG_CYCLE_SECONDS = 0.75;
    private static final int REACH = 4;
    private static final double BUSY_CPU = 0.9;
    private static final int UNCHANGED = 5;
    private static final double LEAST_VOTE = 0.5;
    private static final double LEAST_LEAD = 0.25;
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
        this.basis = told.floor() < 2 * told.processors() ? Math.max(1, told.floor() / 2) : told.processors();
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
        if (signal.queueDepth() > 0) {
            emptyCycles = 0;
        } else if (lastMove >= 0) {
            emptyCycles++;
        }
        lastShrinkHurt = lastMove < 0 && throughput < lastThroughput;
        lastThroughput = throughput;
        int size = Math.max(moved(signal, target, throughput), floor);
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
                known.put(size, of);
                resets = 0;
            }
        }
    }

    private int moved(Signal signal, int size, double throughput) {
        int step = step(size);
        boolean isQueueEmpty = signal.queueDepth() == 0;
        boolean isQueueDeep = signal.queueDepth() > 4 * size;
        boolean isIdle = isQueueEmpty && throughput < size;
        double cpu = Double.isNaN(signal.cpuShare()) ? 0 : signal.cpuShare() * signal.busy() / told.processors();
        boolean isCpuBusy = cpu > BUSY_CPU;
        Throughput own = known.get(size);
        double forecast = own == null ? throughput : own.mean();

        double shrink = size - step < told.floor() ? 0 : shrink(size, step, forecast, isIdle, isCpuBusy, isQueueDeep);
        double grow = isIdle || size + step > told.ceiling() ? 0 : grow(size, step, forecast, isCpuBusy, isQueueDeep);
        if (grow >= LEAST_VOTE && grow - shrink > LEAST_LEAD) {
            return size + step;
        }
        if (shrink >= LEAST_VOTE && shrink - grow > LEAST_LEAD) {
            return size - step;
        }
        if (unchangedCycles >= UNCHANGED) {
            unchangedCycles = 0;
            return heads() ? (isIdle ? size : size + step) : size - step;
        }
        return size;
    }

    private double shrink(int size, int step, double forecast, boolean isIdle, boolean isCpuBusy, boolean isQueueDeep) {
        boolean isNearFloor = size - told.floor() <= REACH * step;
        Vote vote = vote(size, -step, forecast);
        boolean isGuess = vote.count() < REACH && !isNearFloor;
        double score = isGuess ? (vote.sum() + guess()) / (vote.count() + 1) : vote.mean();
        if (!lastShrinkHurt) {
            score += Math.min(0.5, 0.04 * emptyCycles);
        }
        if (score < 0.5 && isIdle && heads()) {
            score = 0.5;
        }
        if (score >= 0.5) {
            return isGuess && isQueueDeep && heads() ? 0 : score;
        }
        if (isNearFloor) {
            return score;
        }
        Integer smallest = known.firstKey();
        boolean leans =
                isCpuBusy ? heads() : size - smallest > 2 * REACH * step && gainsLittle(smallest, size, forecast);
        return leans ? 0.7 : score;
    }

    private double grow(int size, int step, double forecast, boolean isCpuBusy, boolean isQueueDeep) {
        Vote vote = vote(size, step, forecast);
        boolean isGuess = vote.count() < REACH;
        double score = isGuess ? (vote.sum() + guess()) / (vote.count() + 1) : vote.mean();
        Throughput own = known.get(size);
        Throughput next = known.get(size + step);
        if (own != null && next != null && score < 0.5 && own.probablyAbove(next.mean()) >= 0.5) {
            score = 0;
        }
        if (!isGuess) {
            return score;
        }
        if (score == 0) {
            return isQueueDeep && heads() ? 0.5 : 0;
        }
        Integer smallest = known.firstKey();
        boolean isHeldBack =
                isCpuBusy ? heads() : size - smallest > 2 * REACH * step && gainsLittle(smallest, size, forecast);
        return isHeldBack ? 0 : score;
    }

    private double guess() {
        return heads() ? 0.7 : 0;
    }

    /** How probably the sizes within reach on that side have a higher throughput than the forecast. */
    private Vote vote(int size, int step, double forecast) {
        double sum = 0;
        int count = 0;
        NavigableMap<Integer, Throughput> side = step > 0
                ? known.tailMap(size, false)
                : known.headMap(size, false).descendingMap();
        Iterator<Map.Entry<Integer, Throughput>> others = side.entrySet().iterator();
        while (others.hasNext()) {
            Map.Entry<Integer, Throughput> other = others.next();
            if (other.getValue().isStale(forecast, cycle)) {
                others.remove();
                continue;
            }
            sum += other.getValue().probablyAbove(forecast);
            count++;
            if (Math.abs(other.getKey() - size) >= REACH * Math.abs(step)) {
                break;
            }
        }
        return new Vote(sum, count);
    }

    /** Whether a much smaller size does about as much, by a coin that the difference loads. */
    private boolean gainsLittle(int smaller, int size, double forecast) {
        double throughputs = forecast / known.get(smaller).mean();
        double ratio = (double) size / smaller / throughputs;
        double chance = ratio > 5 || throughputs < 1 ? 0.75 : ratio > 3 ? 0.5 : 0;
        return coin.nextDouble() < chance;
    }

    private record Vote(double sum, int count) {
        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }
}
