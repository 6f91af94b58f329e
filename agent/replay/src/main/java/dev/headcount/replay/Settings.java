package dev.headcount.replay;

/** How a replay is run, whatever its scenario; immutable. Durations are in seconds. */
public final class Settings {

    /** As the agent runs: a tick of 200 ms, a look each 50 ms, exact signals, core and maximum equal. */
    public static final Settings STANDARD = new Settings(0.2, 0.05, 0.0001, 30, 4, 10, false, false, 0);

    public final double tickSeconds;
    /** Between looks at the queue that bring a tick forward; 0 for none. */
    public final double lookSeconds;
    /** What starting a worker takes. */
    public final double startSeconds;
    /** What of the beginning isn't scored. */
    public final double warmUpSeconds;
    /** What a law is told where tasks burn no processor. */
    public final int processors;
    /** Over how long the quantiles and means of signals are. */
    public final double windowSeconds;
    /** Whether signals come from samples, as the agent's, instead of from every task. */
    public final boolean isSampled;
    /** Whether workers start before tasks queue, up to the target, and the floor is core (Tomcat's queue). */
    public final boolean isEager;
    /** How long a worker above core stays without work. */
    public final double keepAliveSeconds;

    private Settings(
            double tickSeconds,
            double lookSeconds,
            double startSeconds,
            double warmUpSeconds,
            int processors,
            double windowSeconds,
            boolean isSampled,
            boolean isEager,
            double keepAliveSeconds) {
        this.tickSeconds = tickSeconds;
        this.lookSeconds = lookSeconds;
        this.startSeconds = startSeconds;
        this.warmUpSeconds = warmUpSeconds;
        this.processors = processors;
        this.windowSeconds = windowSeconds;
        this.isSampled = isSampled;
        this.isEager = isEager;
        this.keepAliveSeconds = keepAliveSeconds;
    }

    /** With other times of decision, each above 0 but for {@code look}, where 0 is none. */
    public Settings ticking(double tick, double look) {
        return new Settings(
                tick,
                look,
                startSeconds,
                warmUpSeconds,
                processors,
                windowSeconds,
                isSampled,
                isEager,
                keepAliveSeconds);
    }

    /** With another cost of a worker's start, and another part of the beginning left out. */
    public Settings starting(double start, double warmUp) {
        return new Settings(
                tickSeconds,
                lookSeconds,
                start,
                warmUp,
                processors,
                windowSeconds,
                isSampled,
                isEager,
                keepAliveSeconds);
    }

    public Settings onProcessors(int count) {
        return new Settings(
                tickSeconds,
                lookSeconds,
                startSeconds,
                warmUpSeconds,
                count,
                windowSeconds,
                isSampled,
                isEager,
                keepAliveSeconds);
    }

    public Settings windowed(double seconds) {
        return new Settings(
                tickSeconds,
                lookSeconds,
                startSeconds,
                warmUpSeconds,
                processors,
                seconds,
                isSampled,
                isEager,
                keepAliveSeconds);
    }

    public Settings sampled(boolean sampled) {
        return new Settings(
                tickSeconds,
                lookSeconds,
                startSeconds,
                warmUpSeconds,
                processors,
                windowSeconds,
                sampled,
                isEager,
                keepAliveSeconds);
    }

    public Settings eager(boolean eager, double keepAlive) {
        return new Settings(
                tickSeconds,
                lookSeconds,
                startSeconds,
                warmUpSeconds,
                processors,
                windowSeconds,
                isSampled,
                eager,
                keepAlive);
    }
}
