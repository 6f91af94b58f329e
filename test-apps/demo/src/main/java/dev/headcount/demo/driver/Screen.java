package dev.headcount.demo.driver;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What a person sees: a line a second while a run goes on, then both runs side by side.
 *
 * <p>A second without load that is like the one before takes its place: on a terminal, by writing over it; elsewhere,
 * by being left out. Colour is for terminals too.
 */
final class Screen {

    private static final String SECONDS = "%6s %8s %5s %8s %7s %9s %9s";
    private static final String ROW = "%-38s %12s %12s";

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";
    private static final String OVER_THE_LAST_LINE = "\u001b[1A\u001b[2K";

    private final PrintStream out;
    private final boolean isTerminal;
    /** What the last line said, if it was of a second without load; else null. */
    private PoolGauges.Reading lastIdle;

    Screen(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    void run(String title, String command) {
        out.println();
        out.println(paint(BOLD, title));
        out.println(command);
        line(SECONDS, "second", "tasks/s", "core", "threads", "queue", "wait p50", "wait p99");
    }

    void second(int second, int ratePerSecond, PoolGauges.Reading pool, Waits arrived) {
        if (ratePerSecond == 0 && arrived.isEmpty()) {
            idle(second, pool);
            return;
        }
        lastIdle = null;
        boolean isLate = !arrived.isEmpty() && arrived.p99().compareTo(Calm.LIMIT) >= 0;
        out.println(paint(isLate ? RED : GREEN, row(second, ratePerSecond, pool, arrived)));
    }

    private void idle(int second, PoolGauges.Reading pool) {
        boolean isLikeTheLast = pool.equals(lastIdle);
        lastIdle = pool;
        if (isLikeTheLast && !isTerminal) {
            return;
        }
        out.println((isLikeTheLast ? OVER_THE_LAST_LINE : "") + row(second, 0, pool, new Waits(List.of())));
    }

    private static String row(int second, int ratePerSecond, PoolGauges.Reading pool, Waits arrived) {
        String p50 = arrived.isEmpty() ? "-" : arrived.p50().toString();
        String p99 = arrived.isEmpty() ? "-" : arrived.p99().toString();
        return format(SECONDS, second, ratePerSecond, pool.core(), pool.size(), pool.queued(), p50, p99);
    }

    /** Says what became of the first task that the service did not take. */
    void refused(String first) {
        out.println(paint(RED, "refused by the service, first " + first));
    }

    void comparison(Result without, Result with, boolean releaseAwaited) {
        out.println();
        out.println(paint(BOLD, format(ROW, "", "without", "with agent")));
        line(ROW, "p99 wait in the step", without.stepP99(), with.stepP99());
        line(ROW, "p99 wait in its last third", without.endP99(), with.endP99());
        line(ROW, "p99 wait below " + Calm.LIMIT + " for good", calm(without), calm(with));
        line(ROW, "backlog when the load ended", tasks(without.backlog()), tasks(with.backlog()));
        line(ROW, "peak threads", without.peakThreads(), with.peakThreads());
        if (releaseAwaited) {
            line(ROW, "back at " + Plan.THREADS + " threads", "-", released(with));
        }
        line(ROW, "tasks sent", tasks(without.tasks()), tasks(with.tasks()));
        line(ROW, "lost / doubled / refused", losses(without), losses(with));
    }

    private static String calm(Result result) {
        return result.calmAfterSeconds().isPresent()
                ? "after " + result.calmAfterSeconds().getAsInt() + " s"
                : "never";
    }

    private static String released(Result result) {
        return result.releasedAfterSeconds().isPresent()
                ? "after " + result.releasedAfterSeconds().getAsInt() + " s"
                : "not yet";
    }

    private static String tasks(int count) {
        return format("%,d", count);
    }

    private static String losses(Result result) {
        return result.lost() + " / " + result.doubled() + " / " + result.refused();
    }

    private void line(String format, Object... cells) {
        out.println(format(format, cells));
    }

    private static String format(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells);
    }

    private String paint(String colour, String text) {
        return isTerminal ? colour + text + RESET : text;
    }
}
