package dev.headcount.agent.loop;

import com.sun.management.OperatingSystemMXBean;
import dev.headcount.scaling.Host;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * What the host and the heap still have to give, looked at once a second while some pool is short of threads.
 *
 * <p>Law: the collector's share is that of the time between looks, smoothed over some five seconds, pauses only; the
 * heap is what its last collections left in use, against its largest size.
 * Invariant: what this JVM doesn't tell is {@code NaN}; so is everything without a look in the last three seconds.
 * Threads: the loop's. Cost: a file or two and some beans, after the pools have been looked at and never before.
 */
final class HostWatch {

    private static final long SPACING_NANOS = 1_000_000_000L;
    private static final long MEMORY_NANOS = 3 * SPACING_NANOS;
    private static final double HALF_LIFE_SECONDS = 3;

    private final ThreadHeadroom headroom;

    /** A JVM has the same for good, and looks for them again at each call. */
    private java.lang.management.OperatingSystemMXBean system;

    private List<GarbageCollectorMXBean> collectors;
    private List<MemoryPoolMXBean> spaces;

    private boolean isWanted;
    private long lookNanos;
    private boolean hasLooked;
    private long gcMillis;
    private double gcShare;
    private Host host = Host.UNKNOWN;

    HostWatch(ThreadHeadroom headroom) {
        this.headroom = headroom;
    }

    /** As of the last look. */
    Host host(long nowNanos) {
        return hasLooked && nowNanos - lookNanos < MEMORY_NANOS ? host : Host.UNKNOWN;
    }

    /** Some pool may have to grow. */
    void want() {
        isWanted = true;
    }

    /** Looks, if somebody wants it and the last look is old enough. */
    void look(long nowNanos) {
        if (!isWanted || hasLooked && nowNanos - lookNanos < SPACING_NANOS) {
            return;
        }
        isWanted = false;
        host = Host.of(cpuLoad(), gcShare(nowNanos), heapAfterGc(), headroom.threads(nowNanos));
        lookNanos = nowNanos;
        hasLooked = true;
    }

    private double cpuLoad() {
        try {
            if (system == null) {
                system = ManagementFactory.getOperatingSystemMXBean();
            }
            double load = system instanceof OperatingSystemMXBean
                    ? ((OperatingSystemMXBean) system).getSystemCpuLoad()
                    : Double.NaN;
            return load >= 0 && load <= 1 ? load : Double.NaN;
        } catch (LinkageError | RuntimeException untold) { // a small image, or somebody forbids it
            return Double.NaN;
        }
    }

    private double gcShare(long nowNanos) {
        try {
            if (collectors == null) {
                collectors = ManagementFactory.getGarbageCollectorMXBeans();
            }
            long millis = 0;
            for (GarbageCollectorMXBean collector : collectors) {
                millis += isPausing(collector.getName()) ? Math.max(0, collector.getCollectionTime()) : 0;
            }
            double seconds = (nowNanos - lookNanos) / 1e9;
            if (hasLooked && seconds > 0) {
                double keep = Math.pow(0.5, seconds / HALF_LIFE_SECONDS);
                double share = Math.max(0, Math.min(1, (millis - gcMillis) / 1e3 / seconds));
                gcShare = keep * gcShare + (1 - keep) * share;
            }
            gcMillis = millis;
            return gcShare;
        } catch (LinkageError | RuntimeException untold) {
            return Double.NaN;
        }
    }

    /** Those that work beside the application count whole cycles, which stop nobody. */
    static boolean isPausing(String collector) {
        return !collector.endsWith("Cycles") && !collector.endsWith("Concurrent GC") && !collector.equals("ZGC");
    }

    private double heapAfterGc() {
        try {
            if (spaces == null) {
                spaces = ManagementFactory.getMemoryPoolMXBeans();
            }
            long used = 0;
            for (MemoryPoolMXBean space : spaces) {
                MemoryUsage left = space.getType() == MemoryType.HEAP ? space.getCollectionUsage() : null;
                used += left == null ? 0 : left.getUsed();
            }
            return Math.min(1, used / (double) Runtime.getRuntime().maxMemory());
        } catch (LinkageError | RuntimeException untold) {
            return Double.NaN;
        }
    }
}
