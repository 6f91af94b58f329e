package dev.headcount.cli.attach;

import dev.headcount.cli.refusal.Refusal;

/** Why a process cannot be reached from here, known before anything was done to it. */
public final class Obstacle {

    private final int exitCode;
    private final String note;
    private final String why;
    private final String next;

    Obstacle(int exitCode, String note, String why, String next) {
        this.exitCode = exitCode;
        this.note = note;
        this.why = why;
        this.next = next;
    }

    /** In a few words, for a table. */
    public String note() {
        return note;
    }

    /** @param what what cannot be done, as in {@code cannot attach to 4711} */
    public Refusal refusal(String what) {
        return new Refusal(exitCode, what + ": " + why, next);
    }
}
