package dev.headcount.agent.export;

import dev.headcount.agent.config.ListenAddress;
import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.Backoff;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.TickLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * The scrape endpoint: listens where it is told to, or not at all.
 *
 * <p>Law: it follows the last address that it was given. One that can't be listened on is said once, shows in
 * {@link #problem} and is tried again, later each time; where the JVM has no HTTP server it is not.
 * Invariant: until the first address nothing is loaded, started or opened. Not before the application has begun:
 * the JDK's server wakes {@code java.util.logging}.
 * Threads: any. One thread of its own opens, closes and watches, since a name may take long to resolve.
 */
public final class Endpoint {

    private static final long SECOND = 1_000_000_000L;
    private static final long STEP_MILLIS = 250;

    /** Steps from one look at pools and threads to the next, so that none lives and dies unseen for long. */
    private static final int STEPS_PER_LOOK = 4;

    private static final long STOP_MILLIS = 2_000;

    private final TickLoop loop;
    private final AgentFigures agent;
    private final IntSupplier limit;
    private final Predicate<PoolControl> isConfigured;
    private final BiFunction<String, Runnable, Thread> starter;
    private final Consumer<String> say;
    private final LongAdder failures = new LongAdder();

    private String wanted; // guarded by this, like the next two
    private boolean isClosed;
    private Thread thread;

    /** What the server tells; null while there is none. */
    private volatile Exposition exposition;

    private volatile String problem;

    private ScrapeServer server; // the own thread's, like all below
    private String tried;
    private boolean isHopeless;
    private Backoff retries = retries();

    /**
     * @param limit how many pools may have series of their own
     * @param isConfigured whether a rule of the configuration names the pool
     * @param starter starts a daemon of that name
     * @param say tells a person one line
     */
    public Endpoint(
            TickLoop loop,
            AgentFigures agent,
            IntSupplier limit,
            Predicate<PoolControl> isConfigured,
            BiFunction<String, Runnable, Thread> starter,
            Consumer<String> say) {
        this.loop = loop;
        this.agent = agent;
        this.limit = limit;
        this.isConfigured = isConfigured;
        this.starter = starter;
        this.say = say;
    }

    /**
     * Listens at {@code address} from now on, and nowhere else; null stops.
     *
     * @param address as {@link ListenAddress} reads it
     */
    public synchronized void follow(String address) {
        wanted = address;
        if (address != null && thread == null && !isClosed) {
            thread = starter.apply("headcount-metrics", this::run);
        }
        notifyAll();
    }

    /** Stops, and waits for that, two seconds at most. */
    public void close() {
        Thread ending;
        synchronized (this) {
            isClosed = true;
            ending = thread;
            notifyAll();
        }
        if (ending != null) {
            try {
                ending.join(STOP_MILLIS);
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is wrong, in a few words; null when nothing is. */
    public String problem() {
        return problem;
    }

    /** How many pools have no series of their own; 0 while nothing is told. */
    public int overflowed() {
        Exposition now = exposition;
        return now == null ? 0 : now.overflowed();
    }

    /** Failures of ours in answering. */
    public long failures() {
        return failures.sum();
    }

    private void run() {
        try {
            for (int step = 0; awaitStep(); step++) {
                step(wanted(), step % STEPS_PER_LOOK == 0);
            }
        } catch (InterruptedException stop) {
            // leaving: see below
        } finally {
            stop();
        }
    }

    /** Waits as long as there is nothing to do; false when there will be nothing any more. */
    private synchronized boolean awaitStep() throws InterruptedException {
        if (!isClosed && Objects.equals(wanted, tried)) {
            wait(wanted == null ? 0 : STEP_MILLIS);
        }
        return !isClosed;
    }

    private synchronized String wanted() {
        return wanted;
    }

    private void step(String address, boolean isLookDue) {
        try {
            if (!Objects.equals(address, tried)) {
                stop();
                tried = address;
                retries = retries();
                isHopeless = false;
            }
            if (address != null && server == null && !isHopeless && retries.isOver(System.nanoTime())) {
                start(address);
            }
            if (server != null) {
                server.cutOff(System.nanoTime());
                if (isLookDue) {
                    agent.refresh();
                    exposition.follow();
                }
            }
        } catch (RuntimeException | Error failure) { // tried again at the next step
            failures.increment();
        }
    }

    private void start(String address) {
        try {
            InetSocketAddress where = resolved(address);
            Exposition told = new Exposition(() -> Sighting.of(loop.pools(), isConfigured), agent, limit);
            server = new ScrapeServer(where, told, failures::increment, starter);
            exposition = told;
            problem = null;
        } catch (UnknownHostException unknown) {
            failed(address, "no such host; tried again until there is");
        } catch (IOException | RuntimeException taken) {
            failed(address, taken.getMessage() + "; tried again until it works");
        } catch (NoClassDefFoundError missing) {
            isHopeless = true;
            failed(
                    address,
                    "this Java has no HTTP server (" + missing.getMessage()
                            + "): it takes the module jdk.httpserver in the image, or --add-modules jdk.httpserver");
        }
    }

    private static InetSocketAddress resolved(String text) throws IOException {
        ListenAddress address = ListenAddress.of(text);
        InetAddress host =
                address.host() == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(address.host());
        return new InetSocketAddress(host, address.port());
    }

    private void failed(String address, String why) {
        String line = "no metrics at " + address + ": " + why;
        if (!line.equals(problem)) {
            say.accept(line);
        }
        problem = line;
        retries.fail(System.nanoTime());
    }

    private void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
        exposition = null;
        problem = null;
    }

    private static Backoff retries() {
        return new Backoff(SECOND, 60 * SECOND);
    }
}
