package dev.headcount.agent.loop;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.util.StringTokenizer;

/**
 * How many threads this process can still start, by the tightest limit that the host tells.
 *
 * <p>Law: the least of {@code pids.max - pids.current} of the control group (v2 and v1), the user's process
 * limit and the kernel's {@code threads-max}, each less this process's own threads.
 * Blind to: what other processes of the same user have started; and to hosts other than Linux, where
 * nothing is known and nothing is limited.
 * Threads: the loop's. Cost: a few small files, read again after {@link #FRESH_NANOS}.
 */
final class ThreadHeadroom {

    private static final long FRESH_NANOS = 10_000_000_000L;

    private static final String[][] CONTROL_GROUPS = {
        {"/sys/fs/cgroup/pids.max", "/sys/fs/cgroup/pids.current"},
        {"/sys/fs/cgroup/pids/pids.max", "/sys/fs/cgroup/pids/pids.current"}
    };

    private long readNanos;
    private int threads;

    /** @return {@code Integer.MAX_VALUE} when unknown */
    int threads(long nowNanos) {
        if (threads == 0 || nowNanos - readNanos > FRESH_NANOS) {
            readNanos = nowNanos;
            threads = Math.max(1, read());
        }
        return threads;
    }

    private static int read() {
        long own = numberAfter("/proc/self/status", "Threads:", 0);
        long left = Integer.MAX_VALUE;
        for (String[] group : CONTROL_GROUPS) {
            long most = numberAfter(group[0], "", Long.MAX_VALUE);
            if (most != Long.MAX_VALUE) {
                left = Math.min(left, most - numberAfter(group[1], "", own));
            }
        }
        left = Math.min(left, numberAfter("/proc/self/limits", "Max processes", Long.MAX_VALUE) - own);
        left = Math.min(left, numberAfter("/proc/sys/kernel/threads-max", "", Long.MAX_VALUE) - own);
        return (int) Math.max(0, left);
    }

    private static long numberAfter(String file, String prefix, long unknown) {
        try (BufferedReader reader = new BufferedReader(new FileReader(file))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(prefix)) {
                    return Long.parseLong(new StringTokenizer(line.substring(prefix.length())).nextToken());
                }
            }
            return unknown;
        } catch (IOException | RuntimeException unreadable) { // "max", "unlimited", no such file, no permission
            return unknown;
        }
    }
}
