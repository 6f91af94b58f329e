package dev.headcount.agent.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The settings in force, and how they follow their file.
 *
 * <p>Law: a file is applied as a whole or not at all; while it is broken, the settings before it stay.
 * A change is taken when two looks in a row found the same bytes, so that a file which is just being
 * written is not applied by halves. Content is compared and not the time of change: Kubernetes swaps a
 * symbolic link, and copies keep old times. A jar that it names is looked at only when the file is read.
 * Threads: {@link #current} and what tells of it by any; {@link #look} and {@link #reload} one at a time.
 */
public final class Configuration {

    /** The longest list of changes that an event spells out. */
    private static final int CHANGES_SHOWN = 12;

    private static final String STAYS = "; the configuration before it stays in force";

    private volatile Settings current;
    private volatile String error;
    private volatile long lastSuccessMillis;

    private byte[] seen;
    private byte[] broken;

    /** @param first may have a problem, and then touches nothing until its file is mended */
    public Configuration(Settings first, long timeMillis) {
        begin(first, timeMillis);
    }

    private void begin(Settings first, long timeMillis) {
        current = first;
        error = first.problem();
        lastSuccessMillis = error == null ? timeMillis : 0;
    }

    /** Reads the file if that has been left to us; nothing may be decided before. */
    public synchronized void finish(long timeMillis) {
        if (current.isUnread()) {
            begin(current.whole(), timeMillis);
        }
    }

    public Settings current() {
        return current;
    }

    /** What is wrong with the configuration as it is now, in one line; null when nothing is. */
    public String error() {
        return error;
    }

    /** When it was read without a mistake for the last time, in milliseconds since 1970; 0 when never. */
    public long lastSuccessMillis() {
        return lastSuccessMillis;
    }

    /** Whether there is a file to follow. */
    public boolean hasFile() {
        return current.configFile() != null;
    }

    /**
     * Looks whether the file has changed, and follows it.
     *
     * @return what became of it, for the record; null when there is nothing new
     */
    public synchronized String look(long timeMillis) {
        try {
            byte[] now = ConfigFile.content(current.config());
            boolean isStable = Arrays.equals(now, seen);
            seen = now;
            if (Arrays.equals(now, current.fileContent())) {
                return mended();
            }
            return isStable && !Arrays.equals(now, broken) ? apply(now, timeMillis) : null;
        } catch (BadSetting mistake) {
            return refused(mistake);
        }
    }

    private String apply(byte[] content, long timeMillis) throws BadSetting {
        Settings before = current;
        broken = content; // until it proves not to be
        current = before.withFile(content);
        forgetError();
        long sinceMillis = lastSuccessMillis;
        lastSuccessMillis = timeMillis;
        String changes = changes(before.lines(), current.lines());
        return "read " + current.configFile() + ": "
                + (changes.isEmpty()
                        ? "nothing changes, in force since " + Instant.ofEpochMilli(sinceMillis)
                        : changes);
    }

    /** A file that is again what is in force has no error any more. */
    private String mended() {
        if (error == null) {
            return null;
        }
        forgetError();
        return "read " + current.configFile() + ": it is again what is in force";
    }

    private void forgetError() {
        error = null;
        broken = null;
    }

    private String refused(BadSetting mistake) {
        String line = mistake.getMessage();
        boolean isNews = !line.equals(error);
        error = line;
        return isNews ? line + STAYS : null;
    }

    /**
     * Reads the file now, without waiting for the next look.
     *
     * @return what changed, in one line
     * @throws IllegalStateException when there is no file, or it has a mistake; nothing has changed then
     */
    public synchronized String reload(long timeMillis) {
        if (!hasFile()) {
            throw new IllegalStateException(
                    "no configuration file was named at start (config=PATH): nothing to reload");
        }
        try {
            return apply(ConfigFile.content(current.config()), timeMillis);
        } catch (BadSetting mistake) {
            refused(mistake);
            throw new IllegalStateException(mistake.getMessage() + STAYS);
        }
    }

    private static String changes(List<String> before, List<String> after) {
        List<String> changes = new ArrayList<>();
        for (String line : before) {
            if (!after.contains(line)) {
                changes.add("no longer " + line);
            }
        }
        for (String line : after) {
            if (!before.contains(line)) {
                changes.add("now " + line);
            }
        }
        int shown = Math.min(CHANGES_SHOWN, changes.size());
        String text = String.join("; ", changes.subList(0, shown));
        return shown < changes.size() ? text + "; and " + (changes.size() - shown) + " more" : text;
    }
}
