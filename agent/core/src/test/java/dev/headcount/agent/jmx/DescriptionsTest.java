package dev.headcount.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import org.junit.jupiter.api.Test;

/** What {@link ContractTest} sees through a server is not asked again here. */
final class DescriptionsTest {

    private static MBeanOperationInfo pin(Class<?> described) {
        Object bean = Proxy.newProxyInstance(
                PoolMXBean.class.getClassLoader(), new Class<?>[] {PoolMXBean.class}, (proxy, method, values) -> null);
        DescribedBean shown = new DescribedBean(
                PoolMXBean.class.cast(bean), PoolMXBean.class, new DescribedBean.Interface(described));
        for (MBeanOperationInfo operation : shown.getMBeanInfo().getOperations()) {
            if (operation.getName().equals("pin")) {
                return operation;
            }
        }
        throw new AssertionError("no pin");
    }

    @Test
    void describe_operation_saysWhatItsAnnotationsSay() {
        MBeanOperationInfo pin = pin(PoolMXBean.class);

        MBeanParameterInfo minutes = pin.getSignature()[1];
        assertThat(pin.getImpact()).isEqualTo(MBeanOperationInfo.ACTION);
        assertThat(minutes.getName()).isEqualTo("minutes");
        assertThat(minutes.getDescription()).isEqualTo("1 to 1440; the pin then ends by itself");
    }

    /** With such, the JDK would spin proxy classes at each start, see {@link Descriptions}. */
    @Test
    void beans_annotations_areNotKeptUntilRunTime() {
        for (Class<?> bean : List.of(AgentMXBean.class, PoolMXBean.class)) {
            assertThat(bean.getAnnotations()).isEmpty();
            assertThat(Stream.of(bean.getMethods()).flatMap(method -> Stream.of(method.getAnnotations())))
                    .isEmpty();
            assertThat(Stream.of(bean.getMethods())
                            .flatMap(method -> Stream.of(method.getParameterAnnotations()))
                            .flatMap(Stream::of))
                    .isEmpty();
        }
    }

    @Test
    void describe_classFileOutOfReach_saysWhatTheJdkSays() {
        Class<?> withoutFile = Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (proxy, method, values) -> null)
                .getClass();

        MBeanOperationInfo pin = pin(withoutFile);

        assertThat(pin.getImpact()).isEqualTo(MBeanOperationInfo.UNKNOWN);
        assertThat(pin.getSignature()[1].getName()).isEqualTo("p1");
        assertThat(pin.getDescription()).isNotEmpty();
    }
}
