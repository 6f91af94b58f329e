package dev.headcount.agent.pool;

import java.util.HashSet;
import java.util.Set;

/**
 * Gives each pool a name that people recognise and that the next start of the program gives it again.
 *
 * <p>Law: what its threads' names begin with; where that says nothing ({@code pool-3-thread-1}) the code
 * that made it. Counters and hashes at the end go. A second pool of the same name gets {@code -2}.
 * Invariant: no two pools have one name at one time; a name is free again when its pool has left.
 * Threads: owned by the tick. Cost: a pattern is compiled only for a name that it may concern: the JIT's profiles
 * of that code would stay when the agent goes.
 */
final class PoolName {

    private static final int MAX_LENGTH = 120;

    /** {@code Executors.defaultThreadFactory()}, whose number depends on who came first. */
    private static final String DEFAULT_THREAD = "pool-\\d+-thread-\\d+";

    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final int UUID_LENGTH = 36;
    private static final String IDENTITY = "@[0-9a-fA-F]{4,}";

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
        String prefix = threadName == null || isDefault(threadName) ? "" : prefix(threadName);
        if (!prefix.isEmpty()) {
            return prefix;
        }
        if (creator != null) {
            return cut(creator.shortName());
        }
        return threadName == null ? "pool" : cut(prefix(threadName.replaceFirst("-thread-\\d+$", "-thread")));
    }

    private static boolean isDefault(String threadName) {
        return threadName.startsWith("pool-") && threadName.matches(DEFAULT_THREAD);
    }

    private static String prefix(String threadName) {
        String name = printable(threadName);
        if (name.length() >= UUID_LENGTH) {
            name = name.replaceAll(UUID, "");
        }
        if (name.indexOf('@') >= 0) {
            name = name.replaceAll(IDENTITY, "");
        }
        return cut(withoutCounter(name).trim());
    }

    /** Takes off, from the end, a closing bracket, a number, and what sets that apart. */
    private static String withoutCounter(String name) {
        int end = name.length();
        if (endsWithin(name, end, ")]")) {
            end--;
        }
        while (endsWithin(name, end, "0123456789")) {
            end--;
        }
        while (endsWithin(name, end, "-_#./: [(")) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean endsWithin(String name, int end, String letters) {
        return end > 0 && letters.indexOf(name.charAt(end - 1)) >= 0;
    }

    /**
     * Blanks for control characters, and for half an emoji: it has no place in UTF-8, and two names would come out
     * as one. (A pattern would do, but that of JDK 8 takes whole ones for two halves.)
     */
    private static String printable(String name) {
        StringBuilder text = new StringBuilder(name);
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            int letter = name.codePointAt(at);
            if (letter < ' ' || letter == 127 || letter > 127 && Character.getType(letter) == Character.SURROGATE) {
                text.setCharAt(at, ' ');
            }
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
