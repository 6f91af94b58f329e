package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Quantity;
import java.util.function.Supplier;

/** Which part of the law won, with its numbers; immutable, and put into words when somebody asks. */
final class Grounds implements Supplier<String> {

    /** The part that had the last word. */
    enum Part {
        UNKNOWN,
        DROPS,
        BACKLOG,
        LOAD,
        SURPLUS,
        RELEASE,
        TRIAL,
        KNEE,
        CASCADE_TRIAL,
        CASCADE,
        FAILURES
    }

    final Part part;
    final double ratePerSecond;
    final double serviceSeconds;
    final int staffed;
    final int backlog;
    final int waiting;
    final int limit;
    final double detail;

    Grounds(Part part, Load load, int staffed, int backlog, int waiting, int limit, double detail) {
        this.part = part;
        this.ratePerSecond = load.ratePerSecond();
        this.serviceSeconds = load.serviceSeconds();
        this.staffed = staffed;
        this.backlog = backlog;
        this.waiting = waiting;
        this.limit = limit;
        this.detail = detail;
    }

    /** Whether the same would be said in the same words. */
    boolean equals(
            Part otherPart, Load load, int otherStaffed, int otherBacklog, int otherWaiting, int otherLimit, double d) {
        return part == otherPart
                && ratePerSecond == load.ratePerSecond()
                && Double.compare(serviceSeconds, load.serviceSeconds()) == 0
                && staffed == otherStaffed
                && backlog == otherBacklog
                && waiting == otherWaiting
                && limit == otherLimit
                && Double.compare(detail, d) == 0;
    }

    @Override
    public String get() {
        switch (part) {
            case UNKNOWN:
                return tasks() + ", and none has ended yet to tell how long they take";
            case DROPS:
                return "tasks are refused, " + Quantity.number(detail) + " a second; " + load();
            case BACKLOG:
                return tasks() + ", " + backlog + " threads start them in time; " + load();
            case SURPLUS:
                return load() + "; idle threads stay until they have cost as much as a reversal";
            case RELEASE:
                return load() + "; the idle threads have cost more than a reversal would";
            case TRIAL:
                return slower() + ": fewer threads for a moment, to see whether that makes them faster";
            case KNEE:
                return "growth beyond " + limit + " did not pay, it made tasks slower; " + wanted();
            case CASCADE_TRIAL:
                return "cascade: " + Math.round(detail * 100) + " % of the tasks fail since more run at once: fewer"
                        + " threads for a moment, to see whether more succeed";
            case CASCADE:
                return "cascade: growth beyond " + limit + " made tasks fail; " + wanted();
            case FAILURES:
                return Math.round(detail * 100) + " % of the tasks fail: no growth; " + wanted();
            default:
                return load();
        }
    }

    private String tasks() {
        return waiting == 0 ? "no task waits" : waiting == 1 ? "1 task waits" : waiting + " tasks wait";
    }

    private String load() {
        if (!(serviceSeconds > 0)) {
            return "service time unknown";
        }
        double threads = ratePerSecond * serviceSeconds;
        return "load " + Quantity.number(threads) + " threads (" + Quantity.number(ratePerSecond) + "/s x "
                + Quantity.seconds(serviceSeconds) + "), with margin " + staffed;
    }

    private String slower() {
        return "tasks are late and take longer than the usual " + Quantity.seconds(detail);
    }

    private String wanted() {
        return backlog > staffed ? tasks() + ", " + backlog + " threads would start them in time" : load();
    }
}
