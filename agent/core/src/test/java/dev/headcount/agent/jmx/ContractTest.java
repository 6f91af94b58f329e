package dev.headcount.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ObjectName;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.SimpleType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients of the beans rely on: names, types, and a description of everything. */
final class ContractTest {

    private static final String POOL_READ_ONLY =
            "Name Kind State Creator Size Busy QueueDepth QueueCapacity Core Maximum"
                    + " OriginalCore OriginalMaximum Target Policy Knee AdvisedFloor AdvisedCeiling AdvisedAvoidedLateTasks AdvisedAddedLateTasks AdvisedSavedThreadSeconds AdvisedSpentThreadSeconds Utilisation ArrivalRatePerSecond ThroughputPerSecond"
                    + " ErrorRate WaitP50Millis WaitP99Millis WaitCount WaitSumSeconds OldestWaitMillis ServiceMeanMillis"
                    + " ServiceCount ServiceSumSeconds SubmittedCount CompletedCount RejectedCount DroppedCount FailedCount"
                    + " ResizeUpCount ResizeDownCount VetoBreakerOpenCount VetoBreakerHalfOpenCount VetoExternalCount VetoErrorsCount"
                    + " VetoCpuCount VetoGcCount VetoMemoryCount VetoThreadHeadroomCount VetoUnsureCount VetoBudgetCount VetoCostCount CostTotal"
                    + " Decision DecisionReason SignalQuality ProbesUnmatchedCount"
                    + " LateCount ServiceVariation LookMillis";
    private static final String POOL_WRITABLE = "Floor Ceiling Mode WaitObjectiveMillis";
    private static final String AGENT =
            "Version Mode Health PoolCount ConfigSource ConfigError TickMillis AgentCpuMillis Healthy PoolsOverflowed"
                    + " ProcessUtilisation TickCount TickSumSeconds ErrorCount HookFailureCount RestartCount"
                    + " ConfigReloadSuccessful ConfigReloadSuccessMillis";

    private final LivePools pools = new LivePools();
    private ObjectName pool;

    @BeforeEach
    void start() throws Exception {
        pools.start("orders", 2);
        pools.beans.sync();
        pool = pools.bean("headcount:type=Pool,kind=elastic,name=orders");
    }

    @AfterEach
    void stop() {
        pools.close();
    }

    private MBeanInfo info(ObjectName name) throws Exception {
        return pools.server.getMBeanInfo(name);
    }

    private List<String> attributes(ObjectName name, boolean writable) throws Exception {
        return Arrays.stream(info(name).getAttributes())
                .filter(attribute -> attribute.isWritable() == writable)
                .map(MBeanAttributeInfo::getName)
                .toList();
    }

    private List<String> operations(ObjectName name) throws Exception {
        return Arrays.stream(info(name).getOperations())
                .map(operation -> operation.getName()
                        + Arrays.stream(operation.getSignature())
                                .map(parameter ->
                                        parameter.getType().replace("java.lang.", "") + " " + parameter.getName())
                                .toList())
                .toList();
    }

    @Test
    void pool_namesAndParameters_areThose() throws Exception {
        assertThat(attributes(pool, /* writable= */ false)).containsExactlyInAnyOrder(POOL_READ_ONLY.split(" "));
        assertThat(attributes(pool, /* writable= */ true)).containsExactlyInAnyOrder(POOL_WRITABLE.split(" "));
        assertThat(operations(pool))
                .containsExactlyInAnyOrder(
                        "pin[int size, int minutes, String because]",
                        "unpin[]",
                        "reset[]",
                        "lease[String owner, int target, int seconds]",
                        "release[String owner]",
                        "breaker[String state, int seconds]",
                        "explain[]");
    }

    @Test
    void agent_namesAndParameters_areThose() throws Exception {
        assertThat(attributes(BeanName.AGENT, /* writable= */ false)).containsExactlyInAnyOrder(AGENT.split(" "));
        assertThat(attributes(BeanName.AGENT, /* writable= */ true)).isEmpty();
        assertThat(operations(BeanName.AGENT))
                .containsExactlyInAnyOrder(
                        "pause[int minutes]",
                        "resume[]",
                        "reload[]",
                        "open[String token, String user]",
                        "close[String token]",
                        "detach[]");
    }

    @Test
    void events_notificationTypes_areThose() throws Exception {
        assertThat(info(BeanName.EVENTS).getNotifications()[0].getNotifTypes())
                .containsExactlyInAnyOrder(
                        "headcount.decision",
                        "headcount.adopted",
                        "headcount.quarantined",
                        "headcount.released",
                        "headcount.override",
                        "headcount.configured",
                        "headcount.breaker",
                        "headcount.external",
                        "headcount.cost",
                        "headcount.agent");
    }

    @Test
    void allBeans_everyAttribute_isReadableAndOfAPlainType() throws Exception {
        for (ObjectName name : List.of(BeanName.AGENT, BeanName.EVENTS, pool)) {
            for (MBeanAttributeInfo attribute : info(name).getAttributes()) {
                assertThat(pools.server.getAttribute(name, attribute.getName()))
                        .as(attribute.getName())
                        .isNotNull();
                assertThat(attribute.getType()).isIn("int", "long", "double", "boolean", "java.lang.String");
            }
        }
    }

    @Test
    void allBeans_everyPart_isDescribed() throws Exception {
        for (ObjectName name : List.of(BeanName.AGENT, BeanName.EVENTS, pool)) {
            assertThat(info(name).getDescription()).as(name.toString()).contains(" ");
            for (MBeanAttributeInfo attribute : info(name).getAttributes()) {
                assertThat(attribute.getDescription()).as(attribute.getName()).contains(" ");
                boolean isNumber = !Set.of("java.lang.String", "boolean").contains(attribute.getType());
                assertThat(attribute.getDescriptor().getFieldValue("units") != null)
                        .as("unit of " + attribute.getName())
                        .isEqualTo(isNumber);
            }
            for (MBeanOperationInfo operation : info(name).getOperations()) {
                assertThat(operation.getDescription()).as(operation.getName()).contains(" ");
                for (MBeanParameterInfo parameter : operation.getSignature()) {
                    assertThat(parameter.getDescription())
                            .as(parameter.getName())
                            .contains(" ");
                }
            }
        }
    }

    @Test
    void allBeans_infos_areThoseOfAnMXBean() throws Exception {
        for (ObjectName name : List.of(BeanName.AGENT, BeanName.EVENTS, pool)) {
            assertThat(info(name).getDescriptor().getFieldValue("mxbean")).isEqualTo("true");
            for (MBeanAttributeInfo attribute : info(name).getAttributes()) {
                assertThat(attribute.getDescriptor().getFieldValue("openType"))
                        .as(attribute.getName())
                        .isInstanceOf(SimpleType.class);
                if (attribute.getType().equals("java.lang.String")) {
                    assertThat(attribute).as(attribute.getName()).isInstanceOf(OpenMBeanAttributeInfo.class);
                }
            }
        }
        assertThat(info(pool).getDescriptor().getFieldValue("immutableInfo")).isEqualTo("true"); // clients may keep it
    }

    /** JConsole greys the button of an operation with another parameter type, and can't tell overloads apart. */
    @Test
    void allBeans_everyOperation_canBeCalledFromJConsole() throws Exception {
        for (ObjectName name : List.of(BeanName.AGENT, pool)) {
            List<String> names = new ArrayList<>();
            for (MBeanOperationInfo operation : info(name).getOperations()) {
                names.add(operation.getName());
                assertThat(operation.getReturnType()).isEqualTo("java.lang.String");
                assertThat(operation.getImpact())
                        .isEqualTo(
                                operation.getName().equals("explain")
                                        ? MBeanOperationInfo.INFO
                                        : MBeanOperationInfo.ACTION);
                assertThat(operation.getSignature()).hasSizeLessThanOrEqualTo(3);
                assertThat(Stream.of(operation.getSignature()).map(MBeanParameterInfo::getType))
                        .isSubsetOf(Set.of("int", "java.lang.String"));
            }
            assertThat(names).doesNotHaveDuplicates();
        }
    }

    @Test
    void pool_neverNotifies_offersNoSubscription() throws Exception {
        assertThat(pools.server.isInstanceOf(pool, "javax.management.NotificationBroadcaster"))
                .isFalse();
    }
}
