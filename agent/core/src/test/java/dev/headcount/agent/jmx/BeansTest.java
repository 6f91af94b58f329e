package dev.headcount.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.loop.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BeansTest {

    private final LivePools pools = new LivePools();

    @AfterEach
    void stop() {
        pools.close();
    }

    private Set<String> names() throws Exception {
        return pools.server.queryNames(new ObjectName("headcount:*"), null).stream()
                .map(ObjectName::getCanonicalName)
                .collect(Collectors.toSet());
    }

    @Test
    void sync_poolAppearsAndEnds_itsBeanComesAndGoes() throws Exception {
        var executor = pools.start("orders", 2);
        pools.beans.sync();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "headcount:type=Agent",
                        "headcount:type=Events",
                        "headcount:kind=elastic,name=orders,type=Pool");

        pools.end("orders", executor);
        pools.beans.sync();
        assertThat(names()).containsExactlyInAnyOrder("headcount:type=Agent", "headcount:type=Events");
    }

    @Test
    void sync_nameUsedAgainByANewPool_beanIsTheNewPools() throws Exception {
        var executor = pools.start("orders", 2);
        pools.beans.sync();
        pools.end("orders", executor);
        pools.start("orders", 3);
        pools.beans.sync();

        assertThat(pools.server.getAttribute(pools.bean("headcount:name=orders,*"), "OriginalCore"))
                .isEqualTo(3);
    }

    @Test
    void close_everythingRegistered_nothingStays() throws Exception {
        pools.start("orders", 2);
        pools.beans.sync();
        pools.beans.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void sync_noServerYet_registersOnceThereIsOne() throws Exception {
        MBeanServer[] platform = new MBeanServer[1];
        Beans beans = new Beans(pools.loop, pools.configuration, pools.handles, pools.figures, () -> platform[0]);
        beans.sync();
        beans.close();
        platform[0] = pools.server;
        beans.sync();
        assertThat(names()).contains("headcount:type=Agent");
        beans.close();
    }

    @Test
    void sync_nameIsTaken_othersComeAndHealthTells() throws Exception {
        ObjectName taken = new ObjectName("headcount:type=Pool,kind=elastic,name=orders");
        pools.server.registerMBean(new EventsBean(taken), taken);
        pools.start("orders", 2);
        pools.start("mail", 2);
        pools.beans.sync();

        assertThat(names()).contains("headcount:kind=elastic,name=mail,type=Pool");
        assertThat(pools.server.getAttribute(BeanName.AGENT, "Health"))
                .isEqualTo(
                        "ok; no bean headcount:type=Pool,kind=elastic,name=orders:"
                                + " javax.management.InstanceAlreadyExistsException: headcount:type=Pool,kind=elastic,name=orders");
    }

    @Test
    void sync_serverRefusesABean_notAskedAgain() throws Exception {
        List<Object> asked = new ArrayList<>();
        MBeanServer refusing = (MBeanServer) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MBeanServer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("registerMBean")) {
                        asked.add(arguments[1]);
                        throw new SecurityException("no");
                    }
                    return null;
                });
        Beans beans = new Beans(pools.loop, pools.configuration, pools.handles, pools.figures, () -> refusing);
        pools.start("orders", 2);
        beans.sync();
        beans.sync();
        assertThat(asked).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void poolName_plain_isNotQuoted() {
        assertThat(BeanName.pool("elastic", "RMI TCP Connection (1)/x'y;z").toString())
                .isEqualTo("headcount:type=Pool,kind=elastic,name=RMI TCP Connection (1)/x'y;z");
    }

    @Test
    void poolName_holdsWhatTheGrammarForbids_isQuoted() {
        for (String name : List.of("a,b", "a=b", "a:b", "a\"b", "a*b", "a?b", "a\nb", "a\rb")) {
            ObjectName quoted = BeanName.pool("elastic", name);
            assertThat(quoted.getKeyProperty("name")).startsWith("\"").endsWith("\"");
            assertThat(ObjectName.unquote(quoted.getKeyProperty("name"))).isEqualTo(name);
            assertThat(quoted.isPattern()).isFalse();
        }
    }

    @Test
    void events_somethingHappens_listenersAreTold() throws Exception {
        List<Notification> told = new ArrayList<>();
        pools.beans.sync();
        pools.server.addNotificationListener(
                BeanName.EVENTS, (notification, handback) -> told.add(notification), null, null);

        pools.loop.events().add(Event.Type.QUARANTINED, "orders", "its lock is held");
        pools.beans.sync();
        pools.beans.sync();

        assertThat(told).singleElement().satisfies(notification -> {
            assertThat(notification.getType()).isEqualTo("headcount.quarantined");
            assertThat(notification.getMessage()).isEqualTo("orders: its lock is held");
            assertThat(notification.getUserData()).isEqualTo("orders");
            assertThat(notification.getSource()).isEqualTo(BeanName.EVENTS);
        });
    }

    @Test
    void events_listenerThrowsAnError_restGoesOn() throws Exception {
        pools.beans.sync();
        pools.server.addNotificationListener(
                BeanName.EVENTS,
                (notification, handback) -> {
                    throw new AssertionError("a listener of the application");
                },
                null,
                null);
        pools.loop.events().add(Event.Type.AGENT, "", "paused");
        pools.beans.sync();

        pools.start("orders", 2);
        pools.beans.sync();
        assertThat(names()).contains("headcount:kind=elastic,name=orders,type=Pool");
        assertThat((String) pools.server.getAttribute(BeanName.AGENT, "Health"))
                .isEqualTo("ok; keeping the beans up to date failed:"
                        + " java.lang.AssertionError: a listener of the application");
    }
}
