package dev.headcount.cli.jmx;

import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The beans of the agent in one other JVM, over the JDK's local connector.
 *
 * <p>Time: an agent from the command line shows its beans a second after the first client has come, an attached one
 * half a second after it is ready; {@link #awaitBeans} waits for them. Any call may hang for as long as the other
 * JVM does; the caller brings the time-out.
 * Invariant: what {@link #open} began ends with {@link #close}, however the command went.
 */
public final class RemoteAgent implements AutoCloseable {

    private static final ObjectName AGENT = name("headcount:type=Agent");
    private static final ObjectName POOLS = name("headcount:type=Pool,*");
    private static final long LOOK_MILLIS = 50;

    private static final String TEXT = String.class.getName();

    private final Closeable connector;
    private final MBeanServerConnection server;
    private final Advice advice;

    /** What {@link #open} was given; null while nothing is open. */
    private String token;

    RemoteAgent(Closeable connector, MBeanServerConnection server, Advice advice) {
        this.connector = connector;
        this.server = server;
        this.advice = advice;
    }

    // The address is one that the other JVM told us over the attach API.
    public static RemoteAgent connect(String address, Advice advice) throws IOException {
        JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
        return new RemoteAgent(connector, connector.getMBeanServerConnection(), advice);
    }

    /** Whether the beans are there, all of them, within {@code millis}. */
    public boolean awaitBeans(long millis) throws IOException, InterruptedException {
        long started = System.nanoTime();
        while (!isComplete()) {
            if (System.nanoTime() - started > millis * 1_000_000) {
                return isThere();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private boolean isComplete() throws IOException {
        return isThere() && server.queryNames(POOLS, null).size() >= (Integer) agent().attribute("PoolCount");
    }

    public boolean isThere() throws IOException {
        return server.isRegistered(AGENT);
    }

    /**
     * Lets what follows count as done by {@code user}, until {@link #close}.
     *
     * @param proof that we may write; empty when there is none
     */
    public void open(String proof, String user) {
        agent().call("", "open", new Object[] {proof, user}, TEXT, TEXT);
        token = proof;
    }

    public Bean agent() {
        return new Bean(server, AGENT, "the agent", advice);
    }

    /** By name. */
    public List<Bean> pools() throws IOException {
        List<Bean> pools = new ArrayList<>();
        for (ObjectName name : server.queryNames(POOLS, null)) {
            pools.add(new Bean(server, name, plainName(name), advice));
        }
        pools.sort(Comparator.comparing(Bean::name));
        return pools;
    }

    /** The pool of that name, or else the only one with {@code asked} in its name. */
    public Bean pool(String asked, String nextCommand) throws IOException {
        List<Bean> pools = pools();
        List<Bean> matching = new ArrayList<>();
        for (Bean pool : pools) {
            if (pool.name().equals(asked)) {
                return pool;
            }
            if (pool.name().contains(asked)) {
                matching.add(pool);
            }
        }
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw new Refusal(
                ExitCode.FAILED,
                matching.isEmpty()
                        ? "no pool has \"" + asked + "\" in its name: " + names(pools)
                        : matching.size() + " pools have \"" + asked + "\" in their names: " + names(matching),
                nextCommand);
    }

    private static String names(List<Bean> pools) {
        StringBuilder text = new StringBuilder();
        for (Bean pool : pools) {
            text.append(text.length() == 0 ? "" : ", ").append(pool.name());
        }
        return text.length() == 0 ? "there is none" : text.toString();
    }

    private static String plainName(ObjectName name) {
        String value = name.getKeyProperty("name");
        return value.startsWith("\"") ? ObjectName.unquote(value) : value;
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }

    @Override
    public void close() {
        shutWrites();
        try {
            connector.close();
        } catch (IOException gone) {
            // The other side is, too.
        }
    }

    /** What it may not do any more, nobody may do in its name; an older agent closes by itself after five seconds. */
    private void shutWrites() {
        if (token == null) {
            return;
        }
        try {
            server.invoke(AGENT, "close", new Object[] {token}, new String[] {TEXT});
        } catch (JMException | IOException | RuntimeException older) {
            // Or it has left, as after detach; what the command did is done.
        }
        token = null;
    }
}
