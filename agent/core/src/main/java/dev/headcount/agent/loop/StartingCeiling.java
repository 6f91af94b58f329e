package dev.headcount.agent.loop;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.StartUp;
import java.lang.management.ManagementFactory;

/**
 * The ceiling that a pool has while its JVM starts, where somebody gave one.
 *
 * <p>Time: wall-clock, from the JVM's own start, also where the agent came later. Threads: the tick's.
 * Source: Open Liberty's engineers measured starts half as long with 6 threads as with 32 and 256.
 */
class StartingCeiling {

    private PoolSettings settings;
    private StartUp startUp;
    private long endMillis;
    private int threads;

    /**
     * @param core that the application set
     * @return whether it is another ceiling than before
     */
    boolean look(PoolSettings now, int core, long timeMillis) {
        if (now != settings) {
            settings = now;
            startUp = now.startUp();
            endMillis = startUp == null ? 0 : jvmStartMillis() + startUp.millis();
        }
        int before = threads;
        int processors = Runtime.getRuntime().availableProcessors();
        threads = timeMillis >= endMillis ? 0 : startUp.ceiling().threads(core, processors);
        return threads != before;
    }

    /** Asked for only where somebody gave such a ceiling: it loads the JDK's management classes. */
    long jvmStartMillis() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** 0 when the JVM has started. */
    int threads() {
        return threads;
    }
}
