package dev.headcount.subject;

import java.security.Permission;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program under a {@code SecurityManager}, whose tasks need a permission that only it has.
 *
 * <p>Arguments: {@code late} when it is to install the manager itself. Prints how many tasks were
 * denied, how many ran, and the largest size of its pool of 4 under a backlog.
 */
final class Guarded {

    private static final int TASKS = 100;

    private Guarded() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        if (arguments.length > 0 && arguments[0].equals("late")) {
            System.setSecurityManager(new SecurityManager() {
                @Override
                public void checkPermission(Permission permission) {
                    // Permits all: its presence alone makes threads inherit an access context.
                }
            });
        }
        ThreadPoolExecutor pool = Pools.unbounded("guarded", 4, 4);
        AtomicInteger ran = new AtomicInteger();
        AtomicInteger denied = new AtomicInteger();
        for (int i = 0; i < TASKS; i++) {
            pool.execute(() -> {
                try {
                    System.getProperty("java.home");
                    ran.incrementAndGet();
                } catch (SecurityException refused) {
                    denied.incrementAndGet();
                }
                Pools.sleep(100);
            });
        }
        int largest = 0;
        while (ran.get() + denied.get() < TASKS) {
            largest = Math.max(largest, pool.getPoolSize());
            Pools.sleep(5);
        }
        pool.shutdown();
        System.out.println("manager " + (System.getSecurityManager() != null));
        System.out.println("ran " + ran);
        System.out.println("denied " + denied);
        System.out.println("largest " + largest);
    }
}
