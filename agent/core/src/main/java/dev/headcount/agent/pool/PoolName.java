package dev.headcount.agent.pool;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives each pool a name that people recognise and that the next start of the program gives it again.
 *
 * <p>Law: what its threads' names begin with; where that says nothing ({@code pool-3-thread-1}) the code
 * that made it. Counters and hashes at the end go. A second pool of the same name gets {@code -2}.
 * Invariant: no two pools have one name at one time; a name is free again when its pool has left.
 * Threads: owned by the tick.
 */
final class PoolName {

    private static final int MAX_LENGTH = 120;

    /** {@code Executors.defaultThreadFactory()}, whose number depends on who came first. */
    private static final Pattern DEFAULT_THREAD = Pattern.compile("pool-\\d+-thread-\\d+");

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-fA-F]{4,}");
    private static final Pattern COUNTER = Pattern.compile("[-_#./:\\s\\[(]*\\d*[])]?$");

    private final Set<String> taken = new HashSet<>();

    /** @param threadName of one of its workers, or {@code null} when it has none */
    String give(String threadName, Creator creator) {
        String base = base(threadName, creator);
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    void free(String name) {
        taken.remove(name);
    }

    private static String base(String threadName, Creator creator) {
        String prefix = threadName == null || DEFAULT_THREAD.matcher(threadName).matches() ? "" : prefix(threadName);
        if (!prefix.isEmpty()) {
            return prefix;
        }
        if (creator != null) {
            return cut(creator.shortName());
        }
        return threadName == null ? "pool" : cut(prefix(threadName.replaceFirst("-thread-\\d+$", "-thread")));
    }

    private static String prefix(String threadName) {
        String name = printable(threadName);
        name = UUID.matcher(name).replaceAll("");
        name = IDENTITY.matcher(name).replaceAll("");
        return cut(COUNTER.matcher(name).replaceFirst("").trim());
    }

    /**
     * Blanks for control characters, and for half an emoji: it has no place in UTF-8, and two names would come out
     * as one. (A pattern would do, but that of JDK 8 takes whole ones for two halves.)
     */
    private static String printable(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); ) {
            int letter = name.codePointAt(at);
            boolean isBlank = letter < ' ' || letter == 127 || Character.getType(letter) == Character.SURROGATE;
            text.appendCodePoint(isBlank ? ' ' : letter);
            at += Character.charCount(letter);
        }
        return text.toString();
    }

    private static String cut(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        boolean isWithin = Character.isHighSurrogate(name.charAt(MAX_LENGTH - 1));
        return name.substring(0, isWithin ? MAX_LENGTH - 1 : MAX_LENGTH);
    }
}
