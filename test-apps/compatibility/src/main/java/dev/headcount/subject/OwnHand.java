package dev.headcount.subject;

import java.util.Random;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An application that resizes its own pool of 8 while somebody else may have grown it.
 *
 * <p>Arguments: seed, rounds, how long in seconds to wait for others to grow the pool before each round,
 * and how many milliseconds later to begin: 0 is while they are still at it. Prints what each call did and what the getters said right after, which is the same whether or
 * not anybody else has a hand in it; and, apart, how often others had grown it.
 */
final class OwnHand {

    private static final int CALLS = 40;

    private OwnHand() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        Random random = new Random(Long.parseLong(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        long patience = TimeUnit.SECONDS.toMillis(Long.parseLong(arguments[2]));
        long settleMillis = Long.parseLong(arguments[3]);
        ThreadPoolExecutor pool = Pools.unbounded("own-hand", 8, 8);
        AtomicBoolean stop = new AtomicBoolean();
        Thread feeder = new Thread(() -> feed(pool, stop), "feeder");
        feeder.start();

        int grown = 0;
        for (int round = 0; round < rounds; round++) {
            int core = pool.getCorePoolSize();
            grown += patience > 0 && Pools.becomes(() -> pool.getCorePoolSize() > core, patience) ? 1 : 0;
            Pools.sleep(settleMillis);
            if (round == 0) {
                call(pool, "max", 16);
                call(pool, "core", 4);
            }
            for (int i = 0; i < CALLS; i++) {
                call(pool, random.nextBoolean() ? "core" : "max", random.nextInt(18) - 1);
            }
            call(pool, "max", 24);
            call(pool, "core", 6);
        }
        stop.set(true);
        feeder.join();
        pool.shutdownNow();
        System.out.println("ended " + pool.awaitTermination(20, TimeUnit.SECONDS));
        System.out.println("grown " + grown);
    }

    private static void call(ThreadPoolExecutor pool, String setter, int size) {
        String outcome = "done";
        try {
            if (setter.equals("core")) {
                pool.setCorePoolSize(size);
            } else {
                pool.setMaximumPoolSize(size);
            }
        } catch (RuntimeException refused) {
            outcome = refused.getClass().getSimpleName() + " " + refused.getMessage();
        }
        System.out.println("call " + setter + " " + size + ": " + outcome + ", now " + pool.getCorePoolSize() + "/"
                + pool.getMaximumPoolSize());
    }

    /** Keeps some 200 tasks of 50 ms in the queue. */
    private static void feed(ThreadPoolExecutor pool, AtomicBoolean stop) {
        while (!stop.get()) {
            while (pool.getQueue().size() < 200) {
                pool.execute(() -> Pools.sleep(50));
            }
            Pools.sleep(10);
        }
    }
}
