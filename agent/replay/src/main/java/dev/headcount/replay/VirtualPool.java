package dev.headcount.replay;

/**
 * {@code ThreadPoolExecutor} in virtual time: workers, one first-in-first-out queue, and what the tasks share.
 *
 * <p>Law: below core each task brings a worker of its own; then the queue; when that is full, workers up to the
 * maximum; then refusal. Growth starts as many workers as tasks wait, at most the difference; later tasks bring the
 * rest. A shrink lets idle workers leave at once, a busy one leaves after its task even while others wait: core and
 * maximum fall together. Starting a worker takes {@link Settings#startSeconds}. An eager queue refuses while every
 * worker has a task and there may be more; workers above core then leave after their keep-alive.
 * Running tasks share places by {@link Contention}: all progress alike, so those that started with work {@code w}
 * end when the progress of all since then has reached {@code w}, and one heap orders them.
 * Invariant: {@code busy + starting + idle = live}; no worker is idle while a task waits.
 * Threads: one. Cost: O(log busy) an event, no garbage once grown.
 */
final class VirtualPool {

    private static final int NO_TASK = -1;

    /** What a task that waits for others burns on a processor, of its work. */
    private static final double BLOCKING_CPU = 0.02;

    private final Scenario scenario;
    private final Settings settings;
    private final Tasks tasks;
    private final Meter meter;
    private final Score score;
    private final PoolBehind behind;
    private final boolean hasContention;

    private final Line queue = new Line();
    private final Heap running = new Heap();
    private final Line starting = new Line();
    /** Since when each idle worker has been; the longest idle gets the next task, as in a fair queue of takers. */
    private final Line idle = new Line();

    private int core;
    private int maximum;
    private int live;
    private int peak;
    private int endedAmong;

    private double now;
    /** What a task that began at time 0 would have got done by now. */
    private double progress;
    /** Processor seconds that a task that began at time 0 would have used by now. */
    private double cpu;

    private double speed = 1;
    private double cpuSpeed = BLOCKING_CPU;

    VirtualPool(Scenario scenario, Settings settings, Tasks tasks, Meter meter, Score score, PoolBehind behind) {
        this.scenario = scenario;
        this.settings = settings;
        this.tasks = tasks;
        this.meter = meter;
        this.score = score;
        this.behind = behind;
        this.hasContention = scenario.hasContention();
        this.maximum = scenario.floor;
        this.core = scenario.floor;
        contend();
    }

    /** When something happens by itself next; infinite while nothing does. */
    double nextMoment() {
        double ends =
                running.size() == 0 ? Double.POSITIVE_INFINITY : now + Math.max(0, running.least() - progress) / speed;
        double leaves = live > core ? idle.firstMoment() + settings.keepAliveSeconds : Double.POSITIVE_INFINITY;
        return Math.min(ends, Math.min(starting.firstMoment(), leaves));
    }

    /** Lets time pass up to {@code moment}, at most {@link #nextMoment()}. */
    void pass(double moment) {
        double seconds = moment - now;
        score.held(live, now, moment);
        progress += seconds * speed;
        cpu += seconds * cpuSpeed;
        now = moment;
    }

    /** Does what {@link #nextMoment()} announced; the task that ended, or -1. */
    int happen() {
        if (starting.firstMoment() <= now) {
            int task = starting.remove();
            if (task == NO_TASK) {
                takeNext();
            } else {
                meter.first(now);
                start(task);
            }
            return NO_TASK;
        }
        if (live > core && idle.firstMoment() + settings.keepAliveSeconds <= now) {
            idle.remove();
            live--;
            return NO_TASK;
        }
        endedAmong = running.size();
        int task = running.remove();
        contend();
        tasks.isDone[task] = true;
        meter.ended(tasks, task, now, cpu - tasks.cpuStart[task]);
        score.ended(tasks.arrival[task], tasks.start[task], now, tasks.work[task]);
        takeNext();
        return task;
    }

    /** Offers a task as {@code execute} does; false when it is refused. */
    boolean execute(int task) {
        if (live < core) {
            meter.accepted();
            startWorker(task);
            return true;
        }
        boolean isHeldBack = settings.isEager && live < maximum && busyAndQueued() + 1 > live;
        if (!isHeldBack && queue.size() < scenario.queueCapacity) {
            meter.accepted();
            meter.queued(tasks, task, now);
            queue.add(now, task);
            if (idle.size() > 0) {
                idle.remove();
                takeNext();
            } else if (live == 0) {
                startWorker(NO_TASK);
            }
            return true;
        }
        if (live < maximum) {
            meter.accepted();
            startWorker(task);
            return true;
        }
        return false;
    }

    private int busyAndQueued() {
        return live - idle.size() + queue.size();
    }

    /** Core and maximum together, as both setters would leave them; of an eager pool the maximum alone. */
    void resize(int target) {
        int delta = target - core;
        maximum = target;
        if (settings.isEager) {
            return;
        }
        core = target;
        for (int more = Math.min(delta, queue.size()); more > 0 && live < core; more--) {
            startWorker(NO_TASK);
        }
        while (live > maximum && idle.size() > 0) {
            idle.remove();
            live--;
        }
    }

    private void startWorker(int task) {
        live++;
        peak = Math.max(peak, live);
        starting.add(now + settings.startSeconds, task);
    }

    /** A worker without a task leaves, takes the oldest task, or waits for one. */
    private void takeNext() {
        if (live > maximum && (live > 1 || queue.size() == 0)) {
            live--;
        } else if (queue.size() > 0) {
            int task = queue.remove();
            meter.taken(tasks, task, now);
            start(task);
        } else {
            idle.add(now, NO_TASK);
        }
    }

    private void start(int task) {
        tasks.start[task] = now;
        tasks.cpuStart[task] = cpu;
        tasks.work[task] *= scenario.slowdownAt(now);
        double work = tasks.work[task];
        running.add(progress + work + behind.pass(now), task);
        meter.started(tasks, task);
        contend();
    }

    /** The speed of all for the number that runs now. */
    void contend() {
        if (!hasContention) {
            return;
        }
        int count = running.size();
        double capacity = scenario.capacityAt(now);
        speed = Contention.speed(count, capacity, scenario.degrade);
        cpuSpeed = scenario.cores == 0 ? BLOCKING_CPU * speed : Contention.speed(count, scenario.cores, 0);
    }

    /** Tasks that have not ended, the waiting and the running, are told to the score. */
    void close() {
        for (int place = 0; place < queue.size(); place++) {
            score.unfinished(tasks.arrival[queue.task(place)], now, 0);
        }
        for (int place = 0; place < running.size(); place++) {
            int task = running.task(place);
            score.unfinished(tasks.arrival[task], now, tasks.work[task]);
        }
    }

    double now() {
        return now;
    }

    int live() {
        return live;
    }

    int busy() {
        return running.size();
    }

    int queueDepth() {
        return queue.size();
    }

    int core() {
        return core;
    }

    int maximum() {
        return maximum;
    }

    /** How many tasks ran when the last one ended, itself included. */
    int endedAmong() {
        return endedAmong;
    }

    int peak() {
        return peak;
    }
}
