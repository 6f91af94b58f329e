package dev.headcount.replay;

/**
 * A stretch of time in which a scenario makes things worse; immutable.
 *
 * <p>Law: it holds for {@code from <= t < to}.
 */
public final class Window {

    public final double from;
    public final double to;
    /** Times the work of tasks that start inside; 1 where errors are meant. */
    public final double slowdown;
    /** Share of the tasks arriving inside that fail, 0 to 1. */
    public final double failing;
    /** What a failing task costs of its work. */
    public final double failingWork;
    /** What the downstream still bears; 0 for what it bears anyhow. */
    public final double capacity;

    private Window(double from, double to, double slowdown, double failing, double failingWork, double capacity) {
        this.from = from;
        this.to = to;
        this.slowdown = slowdown;
        this.failing = failing;
        this.failingWork = failingWork;
        this.capacity = capacity;
    }

    static Window slow(double from, double to, double slowdown) {
        return new Window(from, to, slowdown, 0, 1, 0);
    }

    static Window error(double from, double to, double failing, double failingWork, double capacity) {
        return new Window(from, to, 1, failing, failingWork, capacity);
    }

    Window scaled(double load) {
        return new Window(from, to, slowdown, failing, failingWork, capacity * load);
    }

    Window compressed(double speed) {
        return new Window(from / speed, to / speed, slowdown, failing, failingWork, capacity);
    }

    boolean holds(double seconds) {
        return from <= seconds && seconds < to;
    }
}
