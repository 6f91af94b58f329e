package dev.headcount.agent.loop;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.config.Writes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Whether sizes may be overridden now, and in whose name.
 *
 * <p>Law: the command line proves itself by a token that only who may attach can read, and has the floor for
 * {@link #OPEN_NANOS} or until it says that it is done; a client that writes meanwhile passes in its name.
 * Threads: any.
 */
public final class WriteGate {

    /** For one command: a look, a write and the read-back. */
    private static final long OPEN_NANOS = 5_000_000_000L;

    /** Of the agent properties, which only tools that attach can read. */
    private static final String KEY = "headcount.token";

    private final Configuration configuration;
    private final Supplier<Properties> board;
    private volatile String token;
    private volatile String user; // null when nobody has the floor
    private volatile long openUntilNanos;

    /** @param board gives null where this JVM keeps it from us: then the command line can't prove itself */
    public WriteGate(Configuration configuration, Supplier<Properties> board) {
        this.configuration = configuration;
        this.board = board;
    }

    /** Makes the token once the configuration asks for one; called by a thread of ours, a few times a second. */
    public void prepare() {
        Properties properties = token == null && writes() == Writes.CLI ? board.get() : null;
        if (properties != null) {
            token = new BigInteger(128, new SecureRandom()).toString(Character.MAX_RADIX);
            properties.setProperty(KEY, token);
        }
    }

    /** Takes the token back. */
    public void withdraw() {
        Properties properties = token == null ? null : board.get();
        if (properties != null) {
            properties.remove(KEY);
        }
    }

    /**
     * Lets what is written within five seconds count as done by {@code byUser} on the command line.
     *
     * @throws IllegalStateException when the configuration lets nobody write
     * @throws IllegalArgumentException when it asks for a token, and this is another
     */
    public void open(String given, String byUser) {
        Writes writes = writes();
        if (writes == Writes.NONE) {
            throw new IllegalStateException(closed());
        }
        if (writes == Writes.CLI && (token == null || !token.equals(given))) {
            throw new IllegalArgumentException(
                    "this is not the token; only the command line, which attaches, knows it");
        }
        user = byUser == null || byUser.trim().isEmpty() ? "somebody" : byUser.trim();
        openUntilNanos = System.nanoTime() + OPEN_NANOS;
    }

    /** Ends what {@link #open} began, at once; another token ends nothing. */
    public void close(String given) {
        if (token == null || token.equals(given)) {
            user = null;
        }
    }

    private boolean isOpen() {
        return user != null && openUntilNanos - System.nanoTime() > 0;
    }

    /** Who writes now, for events and reasons. */
    public String actor(String otherwise) {
        String now = user;
        return now != null && isOpen() ? now + " (command line)" : otherwise;
    }

    /** @throws IllegalStateException with the reason, when nothing may be written now */
    public void check() {
        Writes writes = writes();
        if (writes == Writes.NONE || writes == Writes.CLI && !isOpen()) {
            throw new IllegalStateException(closed());
        }
    }

    private Writes writes() {
        return configuration.current().writes();
    }

    /** Why nobody may write; null when somebody may. */
    String closedForAll() {
        return writes() == Writes.NONE ? closed() : null;
    }

    private String closed() {
        Settings settings = configuration.current();
        return settings.writes() == Writes.CLI
                ? "writes are open to the command line alone (" + settings.writesOrigin() + ")"
                : "writes are closed (" + settings.writesOrigin() + "); change the configuration instead";
    }
}
