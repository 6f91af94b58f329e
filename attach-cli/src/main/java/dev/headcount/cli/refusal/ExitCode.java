package dev.headcount.cli.refusal;

/** What the command line's process ends with; scripts rely on the numbers. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    /** No such process, not a JVM, or Headcount is not in it. */
    public static final int NOT_THERE = 3;

    public static final int NO_PERMISSION = 4;
    /** Attaching is switched off in the target, or this Java cannot do it. */
    public static final int ATTACH_OFF = 5;

    public static final int AGENT_REFUSED = 6;
    public static final int TIMED_OUT = 7;

    private ExitCode() {}
}
