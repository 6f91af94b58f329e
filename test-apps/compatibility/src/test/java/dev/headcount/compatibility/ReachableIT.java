package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import java.time.Duration;
import java.util.Set;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What JConsole does to a local process that enabled nothing: the beans are there, and answer. */
final class ReachableIT {

    // The connector is that of a child which this test launched.
    @SuppressWarnings("BanJNDI")
    @OnEachJdk(SMOKE)
    void pool_seenFromAnotherProcess_answers(Jdk jdk) throws Exception {
        try (RunningChild child =
                ChildJvm.on(jdk, "reachable").agent("mode=observe").start("Backlog", "reachable", "20")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> child.lines().contains("ready"));
            VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
                MBeanServerConnection beans = connector.getMBeanServerConnection();
                ObjectName pools = new ObjectName("headcount:type=Pool,*");

                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(
                                () -> assertThat(beans.queryNames(pools, null)).hasSize(1));
                ObjectName pool = beans.queryNames(pools, null).iterator().next();
                assertThat(pool.getKeyProperty("kind")).isEqualTo("elastic");
                assertThat(pool.getKeyProperty("name")).startsWith("reachable");
                assertThat(beans.getAttribute(pool, "Core")).isEqualTo(4);
                assertThat(beans.getAttribute(pool, "State")).isEqualTo("normal");
                assertThat(beans.getAttribute(new ObjectName("headcount:type=Agent"), "PoolCount"))
                        .isEqualTo(1);
                assertThat(beans.queryNames(new ObjectName("headcount:*"), null).stream()
                                .map(name -> name.getKeyProperty("type")))
                        .containsAll(Set.of("Agent", "Pool"));
            }
        }
    }
}
