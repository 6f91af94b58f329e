package dev.headcount.agent.state;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Keeps the file and the memories in step, a step at a time.
 *
 * <p>Law: whoever is new is told what the file holds within {@link #READ_NANOS}; the file is written a minute after
 * the beginning, then every two, and at the end. A trouble is said once and ends nothing: the next turn tries again.
 * There is no shutdown hook, which could hold the JVM's end up: with that go two minutes at most.
 * Threads: one, but for {@link #problem}. Time: by difference only.
 */
public final class Keeping {

    private static final long SECOND = 1_000_000_000L;
    private static final long FIRST_WRITE_NANOS = 60 * SECOND;
    private static final long WRITE_NANOS = 120 * SECOND;

    /** Programs that make pools all the time shall not have megabytes read for each. */
    private static final long READ_NANOS = 5 * SECOND;

    private final State state;
    private final Consumer<String> say;

    private String followed;
    private StateFile file;
    private boolean isForeign;
    private long readNanos;
    private long writeNanos;
    private volatile String readProblem;
    private volatile String writeProblem;

    /** @param say takes one line for a person, each trouble once */
    public Keeping(State state, Consumer<String> say) {
        this.state = state;
        this.say = say;
    }

    /**
     * One step; due every second or so.
     *
     * @param path null for none; another one than before is followed from now on
     */
    public void step(String path, long nowNanos, long timeMillis) {
        if (!Objects.equals(path, followed)) {
            save(timeMillis);
            follow(path, nowNanos);
        }
        if (file != null && nowNanos - readNanos >= 0 && state.isAwaited()) {
            readNanos = nowNanos + READ_NANOS;
            state.recall(read());
        }
        if (nowNanos - writeNanos >= 0) {
            writeNanos = nowNanos + WRITE_NANOS;
            save(timeMillis);
        }
    }

    private void follow(String path, long nowNanos) {
        release();
        followed = path;
        readProblem = null;
        writeProblem = null;
        readNanos = nowNanos;
        writeNanos = nowNanos + FIRST_WRITE_NANOS;
        if (path != null) {
            try {
                file = new StateFile(path);
                read();
                lock();
            } catch (Unusable wrong) {
                readProblem = said(readProblem, path, wrong.getMessage());
            }
        }
    }

    /** What the file holds; nothing, said once, where it can't be used. */
    private List<Entry> read() {
        try {
            List<Entry> entries = file.read();
            isForeign = false;
            readProblem = null;
            return entries;
        } catch (Unusable wrong) {
            isForeign = !wrong.isReplaceable;
            String why = wrong.getMessage() + (isForeign ? "; neither read nor written" : "; ignored and written anew");
            readProblem = said(readProblem, file.toString(), why);
            return Collections.emptyList();
        }
    }

    private boolean lock() {
        if (isForeign) {
            return false;
        }
        try {
            file.lock();
            return true;
        } catch (Unusable wrong) {
            writeProblem = said(writeProblem, file.toString(), wrong.getMessage() + "; nothing new is kept");
            return false;
        }
    }

    private void save(long timeMillis) {
        List<Entry> before = file == null ? Collections.<Entry>emptyList() : read();
        List<Entry> now = state.entries(before, timeMillis); // whatever comes of it: so those that left are let go
        if (file == null || !lock()) {
            return;
        }
        try {
            file.write(now);
            readProblem = null;
            writeProblem = state.trouble() == null ? null : said(writeProblem, file.toString(), state.trouble());
        } catch (Unusable wrong) {
            writeProblem = said(writeProblem, file.toString(), wrong.getMessage() + "; nothing new is kept");
        }
    }

    /** Writes for the last time and lets others write. */
    public void close(long timeMillis) {
        save(timeMillis);
        release();
    }

    private void release() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private String said(String before, String path, String why) {
        String line = "state file " + path + " " + why;
        if (!line.equals(before)) {
            say.accept(line);
        }
        return line;
    }

    /** What is wrong, in one line; null when nothing is. */
    public String problem() {
        return readProblem != null ? readProblem : writeProblem;
    }
}
