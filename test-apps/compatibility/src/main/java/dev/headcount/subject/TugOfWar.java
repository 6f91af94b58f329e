package dev.headcount.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An application that resizes its own pools, all of them under load, while somebody else does so, too.
 *
 * <p>Law: each call goes to a twin first, a pool that never has a task and so is nobody else's. What the twin
 * accepts the pool must accept, what it refuses the pool must refuse alike, and right after it both must have
 * the same sizes. Arguments: seed, and the number of rounds, each of which waits for others to resize the
 * pool, or for a random while, and then calls at random. Orders: {@code pull} does all that and prints what
 * differed; {@code last} prints the sizes that each pool was given last, and whether it had them for a second, in
 * which others have to rest; {@code end}.
 */
final class TugOfWar {

    private static final int POOLS = 6;
    private static final int MOST = 18;
    private static final int REMEMBERED = 6;
    private static final long PATIENCE_MILLIS = 6_000;
    private static final long HELD_MILLIS = 1_000;

    private final String name;
    private final int rounds;
    private final Random random;
    private final ThreadPoolExecutor pool;
    private final ThreadPoolExecutor twin =
            new ThreadPoolExecutor(4, 4, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private final List<String> differences = new ArrayList<>();
    private final Deque<String> history = new ArrayDeque<>();
    private int calls;
    private int refused;
    private int resizedByOthers;
    private String last;

    private TugOfWar(String name, int rounds, Random random) {
        this.name = name;
        this.rounds = rounds;
        this.random = random;
        this.pool = Pools.unbounded(name, 4, 4);
    }

    public static void main(String[] arguments) throws Exception {
        Random seeds = new Random(Long.parseLong(arguments[0]));
        List<TugOfWar> tugs = new ArrayList<>();
        for (char letter = 'a'; letter < 'a' + POOLS; letter++) {
            TugOfWar tug = new TugOfWar("tug-" + letter, Integer.parseInt(arguments[1]), new Random(seeds.nextLong()));
            new Feeder(tug.pool, new Tally(200_000), 50).start();
            tugs.add(tug);
        }
        new Orders()
                .on("pull", words -> pull(tugs))
                .on("last", words -> tugs.forEach(tug -> System.out.println(tug.last)))
                .obey();
    }

    private static void pull(List<TugOfWar> tugs) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (TugOfWar tug : tugs) {
            Thread thread = new Thread(tug::play, tug.name + "'s own hand");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (TugOfWar tug : tugs) {
            System.out.println("pulled " + tug.name + " calls " + tug.calls + " refused " + tug.refused
                    + " resized-by-others " + tug.resizedByOthers + " differed " + tug.differences.size());
            tug.differences.stream().limit(5).forEach(line -> System.out.println("different " + tug.name + ' ' + line));
        }
    }

    private void play() {
        for (int round = 0; round < rounds; round++) {
            boolean waits = random.nextInt(4) > 0;
            Pools.becomes(() -> waits && isResized(), waits ? PATIENCE_MILLIS : random.nextInt(500));
            history.add("round " + round + " at " + sizes(pool));
            resizedByOthers += isResized() ? 1 : 0;
            int pause = random.nextInt(3);
            for (int i = 3 + random.nextInt(20); i > 0; i--) {
                call();
                Pools.sleep(pause == 0 ? 0 : random.nextInt(2 * pause));
            }
        }
        boolean strayed = Pools.becomes(this::isResized, HELD_MILLIS);
        last = "last " + name + ' ' + sizes(twin) + (strayed ? " but was " + sizes(pool) : "");
    }

    private boolean isResized() {
        return !sizes(pool).equals(sizes(twin));
    }

    private void call() {
        boolean isCore = random.nextBoolean();
        int size = random.nextInt(MOST + 2) - 1;
        String wanted = set(twin, isCore, size) + ", now " + sizes(twin);
        String got = set(pool, isCore, size) + ", now " + sizes(pool);
        history.add((isCore ? "core " : "max ") + size + ": " + got);
        if (history.size() > REMEMBERED) {
            history.remove();
        }
        calls++;
        refused += wanted.startsWith("done") ? 0 : 1;
        if (!got.equals(wanted)) {
            differences.add(wanted + " expected at the end of " + history);
        }
    }

    private static String set(ThreadPoolExecutor pool, boolean isCore, int size) {
        try {
            if (isCore) {
                pool.setCorePoolSize(size);
            } else {
                pool.setMaximumPoolSize(size);
            }
            return "done";
        } catch (Throwable refused) {
            return refused.toString();
        }
    }

    private static String sizes(ThreadPoolExecutor pool) {
        return pool.getCorePoolSize() + "/" + pool.getMaximumPoolSize();
    }
}
