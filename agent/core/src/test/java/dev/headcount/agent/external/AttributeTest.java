package dev.headcount.agent.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.config.Key;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AttributeTest {

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final SomeBean bean = new SomeBean();

    @BeforeEach
    void register() throws Exception {
        server.registerMBean(bean, new ObjectName("com.acme:type=Db,name=main"));
        server.registerMBean(
                new StandardMBean(
                        ManagementFactory.getMemoryMXBean(),
                        java.lang.management.MemoryMXBean.class,
                        /* isMXBean= */ true),
                new ObjectName("com.acme:type=Memory"));
    }

    private Answer read(String place) {
        return Attribute.read(server, SomeBean.source(Key.VETO_FROM, "mbean " + place));
    }

    private Object value(String place) {
        Answer answer = read(place);
        assertThat(answer.trouble).isNull();
        return answer.value;
    }

    @Test
    void read_textNumberAndEnum_arePlain() {
        assertThat(value("com.acme:type=Db,name=main#State")).isEqualTo("CLOSED");
        assertThat(value("com.acme:type=Db,name=main#Usage")).isEqualTo(0.5);
        assertThat(value("com.acme:type=Db,name=main#Unit")).isEqualTo("SECONDS");
        bean.state = new StringBuilder("OPEN");
        assertThat(value("com.acme:type=Db,name=main#State")).isEqualTo("OPEN");
        bean.state = 3;
        assertThat(value("com.acme:type=Db,name=main#State")).isEqualTo(3.0);
    }

    @Test
    void read_keyOfCompositeData_isFollowed() {
        assertThat((Double) value("com.acme:type=Memory#HeapMemoryUsage.used")).isPositive();
        assertThat(read("com.acme:type=Memory#HeapMemoryUsage.unused").trouble)
                .isEqualTo("has no key unused (has [committed, init, max, used])");
        assertThat(read("com.acme:type=Memory#HeapMemoryUsage.used.most").trouble)
                .isEqualTo("has no key most, it is of type java.lang.Long");
        assertThat(read("com.acme:type=Memory#HeapMemoryUsage").trouble)
                .startsWith("is of type javax.management.openmbean.CompositeDataSupport, expected a text, a number");
    }

    @Test
    void read_patternThatFitsOneBean_isThatBean() throws Exception {
        assertThat(value("com.acme:type=Db,*#Usage")).isEqualTo(0.5);

        server.registerMBean(new SomeBean(), new ObjectName("com.acme:type=Db,name=other"));

        assertThat(read("com.acme:type=Db,*#Usage").trouble).isEqualTo("2 beans fit, expected one");
        assertThat(read("com.acme:type=Queue,*#Usage").trouble).isEqualTo("not there");
    }

    @Test
    void read_nothingToRead_saysWhy() {
        assertThat(read("com.acme:type=Db,name=gone#Usage").trouble).isEqualTo("not there");
        assertThat(read("com.acme:type=Db,name=main#usage").trouble).isEqualTo("has no attribute usage");
        assertThat(read("com.acme:type=Db,name=main#Wrong").trouble)
                .isEqualTo("failed: java.lang.IllegalStateException: no connection");
        assertThat(read("com.acme:type=Db,name=main#Fatal").trouble)
                .isEqualTo("failed: java.lang.StackOverflowError: too deep");
        bean.state = null;
        assertThat(read("com.acme:type=Db,name=main#State").trouble)
                .isEqualTo("is null, expected a text, a number, true or false");
        bean.usage = Double.NaN;
        assertThat(read("com.acme:type=Db,name=main#Usage").trouble).isEqualTo("is NaN");
    }
}
