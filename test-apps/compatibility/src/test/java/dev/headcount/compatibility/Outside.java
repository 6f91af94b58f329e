package dev.headcount.compatibility;

import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.rmi.ConnectException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What a tool can do to a child from outside: load the agent, read its word, look at its beans.
 *
 * <p>Law: only the agent's own word counts, never what the attach API says of the load: between JDKs of
 * different versions that is wrong. The JDK's own connector is started first, as our command line does.
 */
final class Outside implements AutoCloseable {

    private static final ObjectName AGENT = Bean.name("headcount:type=Agent");

    private final RunningChild child;
    private final VirtualMachine machine;
    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final String address;

    private Outside(RunningChild child, VirtualMachine machine, String address, JMXConnector connector)
            throws IOException {
        this.child = child;
        this.machine = machine;
        this.address = address;
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
    }

    // The connector is that of a child which the test launched.
    @SuppressWarnings("BanJNDI")
    static Outside of(RunningChild child) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
        String address = machine.startLocalManagementAgent();
        return new Outside(child, machine, address, JMXConnectorFactory.connect(new JMXServiceURL(address)));
    }

    /** Loads the agent and returns its word, without the nonce, once it is no longer on its way. */
    String attach(String options) throws IOException {
        String nonce = UUID.randomUUID().toString();
        load(nonce + '\n' + ChildJvm.agentJar() + '\n' + options);
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(this::word, word -> word != null && word.startsWith(nonce + ' ') && !word.endsWith(" starting"))
                .substring(nonce.length() + 1);
    }

    /** Loads the agent as a tool does that knows nothing but the attach API. */
    void load(String arguments) throws IOException {
        try {
            machine.loadAgent(ChildJvm.agentJar().toString(), arguments);
        } catch (AgentLoadException | AgentInitializationException misread) {
            // Between JDKs of different versions the answer "loaded" is taken for an error.
        }
    }

    /** With the nonce of whom it is for; {@code null} when there is none. */
    String word() throws IOException {
        return machine.getAgentProperties().getProperty("headcount");
    }

    /** Where the JDK's own connector listens. */
    String address() {
        return address;
    }

    Bean agent() {
        return new Bean(server, AGENT);
    }

    /** The pool of that name, as soon as it is listed. */
    Bean pool(String name) {
        return await("pool " + name)
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> pools().stream()
                                .filter(pool -> pool.text("Name").equals(name))
                                .findAny()
                                .orElse(null),
                        pool -> pool != null);
    }

    List<Bean> pools() throws IOException {
        return ours().stream()
                .filter(name -> "Pool".equals(name.getKeyProperty("type")))
                .map(name -> new Bean(server, name))
                .toList();
    }

    Set<ObjectName> ours() throws IOException {
        return server.queryNames(Bean.name("headcount:*"), null);
    }

    /** A bean of the JDK's. */
    Bean jdk(String name) {
        return new Bean(server, Bean.name(name));
    }

    /** Has the agent leave, and returns when it has: then it has neither a bean nor a thread. */
    void detach() {
        await("the agent's bean")
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ours().contains(AGENT));
        agent().call("detach");
        await("the end of the agent")
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> threads().isEmpty() && ours().isEmpty()); // so that it is asked over JMX only once
    }

    /** The threads of the JVM, native ones included, that have our name. */
    Set<String> threads() throws IOException {
        return Proc.threads(child.pid()).stream()
                .filter(name -> name.startsWith("headcount-"))
                .collect(Collectors.toSet());
    }

    /** What the JDK itself writes to stderr for so many loads: the application's output gets nothing else from us. */
    static List<String> warnings(Jdk jdk, int loads) {
        List<String> each = jdk.version() < 21
                ? List.of()
                : List.of(
                        "WARNING: A Java agent has been loaded dynamically (" + ChildJvm.agentJar() + ")",
                        "WARNING: If a serviceability tool is in use, please run with"
                                + " -XX:+EnableDynamicAgentLoading to hide this warning",
                        "WARNING: If a serviceability tool is not in use, please run with"
                                + " -Djdk.instrument.traceUsage for more information",
                        "WARNING: Dynamic loading of agents will be disallowed by default in a future release");
        return Collections.nCopies(loads, each).stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() throws IOException {
        try {
            connector.close();
        } catch (ConnectException gone) {
            // The child has ended.
        }
        machine.detach();
    }
}
