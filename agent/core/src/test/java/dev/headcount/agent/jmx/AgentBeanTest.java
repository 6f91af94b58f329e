package dev.headcount.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AgentBeanTest {

    private final LivePools pools = new LivePools();

    @BeforeEach
    void start() {
        pools.beans.sync();
    }

    @AfterEach
    void stop() {
        pools.close();
    }

    private Object get(String attribute) throws Exception {
        return pools.server.getAttribute(BeanName.AGENT, attribute);
    }

    private Object call(String operation) throws Exception {
        return pools.server.invoke(BeanName.AGENT, operation, null, null);
    }

    private Object pause(int minutes) throws Exception {
        return pools.server.invoke(BeanName.AGENT, "pause", new Object[] {minutes}, new String[] {"int"});
    }

    @Test
    void attributes_configuredTick_tellWhatIsInForce() throws Exception {
        assertThat(get("Version")).isEqualTo("1.2.3");
        assertThat(get("Mode")).isEqualTo("auto");
        assertThat(get("Health")).isEqualTo("ok");
        assertThat(get("PoolCount")).isEqualTo(0);
        assertThat(get("TickMillis")).isEqualTo(50L);
        assertThat((String) get("ConfigSource")).startsWith("tick=50ms from ");
        assertThat(get("ConfigError")).isEqualTo("");
        assertThat(get("AgentCpuMillis")).isEqualTo(250L);
    }

    @Test
    void attributes_ofTheAgentItself_areItsFigures() throws Exception {
        assertThat(get("Healthy")).isEqualTo(true);
        assertThat(get("ProcessUtilisation")).isEqualTo(Double.NaN); // there is no pool
        assertThat(get("PoolsOverflowed")).isEqualTo(2);
        assertThat((long) get("TickCount")).isNotNegative();
        assertThat((double) get("TickSumSeconds")).isNotNegative();
        assertThat(get("ErrorCount")).isEqualTo(3L);
        assertThat(get("HookFailureCount")).isEqualTo(4L);
        assertThat(get("RestartCount")).isEqualTo(5L);
        assertThat(get("ConfigReloadSuccessful")).isEqualTo(true);
        assertThat(get("ConfigReloadSuccessMillis")).isEqualTo(1_700_000_000_123L);
    }

    @Test
    void pause_inRange_loopRestsUntilResumed() throws Exception {
        assertThat(pause(1440)).isEqualTo("paused for 1440 min: sizes stay as they are; resume() ends it");
        assertThat(pools.loop.isPaused()).isTrue();
        assertThat(call("resume")).isEqualTo("resumed: the autoscaler decides again");
        assertThat(pools.loop.isPaused()).isFalse();
        assertThat(call("resume")).isEqualTo("was not paused");
    }

    @Test
    void pause_outOfRange_messageNamesTheRangeAndNothingChanges() {
        for (int minutes : new int[] {0, -1, 1441}) {
            assertThatThrownBy(() -> pause(minutes))
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("minutes must be 1..1440: got " + minutes
                            + "; every pause ends, mode observe in the configuration lasts");
        }
        assertThat(pools.loop.isPaused()).isFalse();
    }

    @Test
    void detach_called_answersAndTellsTheAgent() throws Exception {
        assertThat(call("detach"))
                .isEqualTo(
                        "detaching: sizes that are Headcount's are given back," + " then hooks, beans and threads go");
        assertThat(pools.handles.isDetached).isTrue();
    }
}
