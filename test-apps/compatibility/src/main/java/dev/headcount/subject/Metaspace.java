package dev.headcount.subject;

import dev.headcount.subject.Orders.Action;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/**
 * Prints the bytes of metaspace in use, once the program has gone on for as many milliseconds as the order says and the
 * classes of an agent that has left are unloaded.
 *
 * <p>Asked in here and not over JMX, since what the JVM keeps of remote calls would be a good part of the answer.
 */
final class Metaspace implements Action {

    /** The agent has some 250, of which a dozen stay. */
    private static final int OF_AN_AGENT = 200;

    private static final int MAX_COLLECTIONS = 200;

    private ClassLoadingMXBean classes;
    private MemoryPoolMXBean space;
    private long unloaded;

    @Override
    public void perform(String[] words) {
        if (classes == null) {
            findBeans();
        }
        Pools.sleep(Integer.parseInt(words[1]));
        for (int i = 0; i < MAX_COLLECTIONS && classes.getUnloadedClassCount() < unloaded + OF_AN_AGENT; i++) {
            System.gc();
            System.runFinalization(); // of jars that a loader had open, and is kept by
            Pools.sleep(10);
        }
        unloaded = classes.getUnloadedClassCount();
        System.out.println("metaspace " + space.getUsage().getUsed());
    }

    private void findBeans() {
        classes = ManagementFactory.getClassLoadingMXBean();
        space = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findAny()
                .get();
    }
}
