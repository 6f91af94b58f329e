package dev.headcount.replay;

/**
 * The last two minutes of a pool's load, as a scenario that can be replayed again and again.
 *
 * <p>Law: arrivals by ticks of a fifth of a second; of the work the mean and the spread over all of it. A pause of two seconds
 * or more begins anew. Beyond {@code capacity} tasks at a time each takes longer in proportion, and that is taken out of
 * what they took, as in {@link Recorder}. A scenario holds {@value #MOST_TASKS} tasks at most: of a fast pool its last
 * seconds, and nothing of one so fast that these would be fewer than {@value #LEAST_SECONDS}.
 * Time: compared by difference only. Threads: any, one at a time. Cost: 13 KB, and some additions a reading.
 * Blind to: bursts within a tick, and changes of the work within two minutes.
 */
public final class RecentLoad {

    /** Both replays of them take some 60 ms. */
    static final int MOST_TASKS = 20_000;

    /** Half of it is judged: less, and a policy that rests would not come to a decision. */
    static final int LEAST_SECONDS = 10;

    private static final int MOST_SECONDS = 120;

    /** Just under a default tick: an early one is no burst. */
    private static final double PIECE_SECONDS = 0.15;

    private static final double PAUSE_SECONDS = 2;
    private static final int ROOM = (int) (MOST_SECONDS / PIECE_SECONDS);

    /** Below it times are as good as constant. */
    private static final double LEAST_VARIATION = 0.01;

    private final float[] seconds = new float[ROOM];
    private final int[] arrived = new int[ROOM];
    private final int[] served = new int[ROOM];
    private final float[] servedSeconds = new float[ROOM];
    private int next;
    private int count;

    private boolean hasBegun;
    private long beforeNanos;
    private long arrivedBefore;
    private long servedBefore;
    private double servedSecondsBefore;
    private double variation = 1;
    private double unjudgedSeconds;

    /**
     * Takes in one reading of counts that never fall.
     *
     * @param nowNanos of a clock that only moves forward
     * @param serviceVariation variance of the service times by their squared mean, or {@code NaN} when unknown
     */
    public synchronized void add(
            long nowNanos, long allArrived, long allServed, double allServedSeconds, double serviceVariation) {
        double elapsed = (nowNanos - beforeNanos) / 1e9;
        if (hasBegun && elapsed < PIECE_SECONDS) {
            return;
        }
        if (hasBegun && elapsed < PAUSE_SECONDS) {
            seconds[next] = (float) elapsed;
            arrived[next] = (int) Math.max(0, allArrived - arrivedBefore);
            served[next] = (int) Math.max(0, allServed - servedBefore);
            servedSeconds[next] = (float) Math.max(0, allServedSeconds - servedSecondsBefore);
            next = (next + 1) % ROOM;
            count = Math.min(ROOM, count + 1);
            unjudgedSeconds += elapsed;
        } else {
            count = 0;
            unjudgedSeconds = 0;
        }
        variation = serviceVariation >= 0 && serviceVariation < 1e6 ? serviceVariation : variation;
        hasBegun = true;
        beforeNanos = nowNanos;
        arrivedBefore = allArrived;
        servedBefore = allServed;
        servedSecondsBefore = allServedSeconds;
    }

    /** How much time has come in since the last {@link #judged}. */
    public synchronized double unjudgedSeconds() {
        return unjudgedSeconds;
    }

    /** From now on all of it is judged. */
    public synchronized void judged() {
        unjudgedSeconds = 0;
    }

    /**
     * The latest part as a scenario; {@code null} where there is too little of it, or nothing to replay.
     *
     * @param capacity tasks that run at full speed at a time; 0 for any number
     * @param queueCapacity tasks that the queue holds
     * @param isLost whether a refused task is lost; else its submitter runs it
     */
    public synchronized Scenario scenario(
            String name,
            int floor,
            int ceiling,
            double objectiveSeconds,
            double capacity,
            int queueCapacity,
            boolean isLost) {
        int pieces = 0;
        double all = 0;
        long tasks = 0;
        long timed = 0;
        double spent = 0;
        while (pieces < count && all < MOST_SECONDS && tasks + arrived[place(pieces)] <= MOST_TASKS) {
            int place = place(pieces);
            all += seconds[place];
            tasks += arrived[place];
            timed += served[place];
            spent += servedSeconds[place];
            pieces++;
        }
        if (all < LEAST_SECONDS || tasks == 0 || timed == 0 || !(spent > 0)) {
            return null;
        }
        double busy = spent / timed * tasks / all;
        double mean = capacity > 0 && busy > capacity ? spent / timed * capacity / busy : spent / timed;
        Scenario.Builder scenario = Scenario.builder(name)
                .lasting(all)
                .within(floor, ceiling)
                .promising(objectiveSeconds)
                .against(capacity, /* newDegrade= */ 0)
                .working(variation < LEAST_VARIATION ? Scenario.Spread.CONSTANT : Scenario.Spread.LOGNORMAL, mean);
        scenario.workSigma = Math.sqrt(Math.log(1 + variation));
        scenario.isCounted = true;
        scenario.arrivals = rates(pieces);
        scenario.queueCapacity = queueCapacity;
        scenario.refusal = isLost ? Scenario.Refusal.ABORT : Scenario.Refusal.CALLER_RUNS;
        return scenario.build();
    }

    private Rates rates(int pieces) {
        double[] moments = new double[pieces];
        double[] rates = new double[pieces];
        double moment = 0;
        for (int piece = 0; piece < pieces; piece++) {
            int place = place(pieces - 1 - piece);
            moments[piece] = moment;
            rates[piece] = arrived[place] / (double) seconds[place];
            moment += seconds[place];
        }
        return new Rates(moments, rates);
    }

    /** The latest piece, or one that many before it. */
    private int place(int back) {
        return Math.floorMod(next - 1 - back, ROOM);
    }
}
