package dev.headcount.replay;

/**
 * Puts a workload through a virtual pool that a law sizes.
 *
 * <p>Law: events in the order of their time; at one moment first what the pool does by itself, then arrivals, then the
 * tick. A tick is due every {@link Settings#tickSeconds} after the last, or when the law asked for it; a look at the
 * queue every {@link Settings#lookSeconds} takes it early when the backlog has grown since the look before, unless the
 * law keeps its own time. A tick is signal, law, resize, as in the agent.
 * Threads: one a run; runs share nothing but the workload. Cost: some 100 ns an event.
 */
public final class Replay {

    private final Scenario scenario;
    private final Settings settings;
    private final Law law;
    private final Tasks tasks;
    private final Arrivals arrivals;
    private final Meter meter;
    private final Score score;
    private final VirtualPool pool;
    private final double[] turns;
    private final boolean isWatched;

    private int target;
    private double nextTick;
    private double nextLook;
    private int seenDepth;
    private int nextTurn;
    private long events;

    private Replay(Scenario scenario, Workload workload, Settings settings, long seed, Law law) {
        this.scenario = scenario;
        this.settings = settings;
        this.law = law;
        tasks = new Tasks(workload);
        arrivals = new Arrivals(scenario, workload, tasks, seed);
        meter = new Meter(scenario, settings);
        score = new Score(scenario, settings);
        pool = new VirtualPool(scenario, settings, tasks, meter, score, new PoolBehind(scenario, seed));
        turns = scenario.errorWindows.stream()
                .flatMapToDouble(window -> java.util.stream.DoubleStream.of(window.from, window.to))
                .sorted()
                .toArray();
        target = law.startSize() > 0 ? law.startSize() : scenario.floor;
        pool.resize(target);
        isWatched = law.watchesTasks();
        nextTick = pause();
        nextLook = settings.lookSeconds > 0 ? settings.lookSeconds : Double.POSITIVE_INFINITY;
    }

    /**
     * Runs it to the end.
     *
     * @param seed for what the run itself draws: clients, retries, the pool behind
     * @throws RuntimeException what the law throws
     */
    public static Outcome run(Scenario scenario, Workload workload, Settings settings, long seed, Law law) {
        return new Replay(scenario, workload, settings, seed, law).run();
    }

    /** The moment of a signal in seconds since the run began. */
    public static double secondsOf(long nowNanos) {
        return Meter.seconds(nowNanos);
    }

    private Outcome run() {
        double end = scenario.durationSeconds;
        while (true) {
            double byPool = pool.nextMoment();
            double byArrival = arrivals.nextMoment();
            double byLaw = Math.min(nextTick, nextLook);
            double byOthers = Math.min(arrivals.nextPatience(), nextTurn < turns.length ? turns[nextTurn] : end);
            double moment = Math.min(Math.min(byPool, byArrival), Math.min(byLaw, byOthers));
            if (moment >= end) {
                break;
            }
            events++;
            pool.pass(moment);
            if (byPool <= moment) {
                int ended = pool.happen();
                if (ended >= 0) {
                    ended(ended, moment);
                }
            } else if (byArrival <= moment) {
                arrive(arrivals.take(moment), moment);
            } else if (byLaw <= moment) {
                lookOrTick(moment);
            } else if (arrivals.nextPatience() <= moment) {
                arrivals.giveUp(moment);
            } else {
                nextTurn++;
                pool.contend();
            }
        }
        pool.pass(end);
        pool.close();
        return score.outcome(pool.peak(), meter.completed(), meter.droppedCount(), events);
    }

    private void ended(int task, double now) {
        arrivals.ended(task, now);
        if (isWatched) {
            law.ended(now - tasks.arrival[task], now - tasks.start[task], pool.endedAmong(), tasks.fails[task]);
        }
    }

    private void arrive(int task, double now) {
        if (pool.execute(task)) {
            return;
        }
        double arrival = tasks.arrival[task];
        if (arrivals.refused(task, now)) {
            score.ended(arrival, now, now + tasks.work[task], tasks.work[task]);
        } else {
            meter.dropped();
            score.refused(arrival);
        }
    }

    private void lookOrTick(double now) {
        boolean isDue = nextTick <= now;
        if (nextLook <= now) {
            nextLook += settings.lookSeconds;
            isDue |= pool.queueDepth() > seenDepth && Double.isNaN(law.pauseSeconds());
        }
        seenDepth = pool.queueDepth();
        if (isDue) {
            tick(now);
            nextTick = now + pause();
        }
    }

    private void tick(double now) {
        int wanted = law.size(
                meter.read(now, pool.live(), pool.busy(), pool.queueDepth(), pool.core(), pool.maximum()), target);
        int size = Math.max(scenario.floor, Math.min(scenario.ceiling, wanted));
        if (size != target) {
            score.resized(now, target, size);
            pool.resize(size);
            target = size;
        }
        seenDepth = pool.queueDepth();
    }

    private double pause() {
        double own = law.pauseSeconds();
        return Double.isNaN(own) ? settings.tickSeconds : own;
    }
}
