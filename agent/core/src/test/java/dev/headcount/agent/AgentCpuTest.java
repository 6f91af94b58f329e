package dev.headcount.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

final class AgentCpuTest {

    @Test
    void look_threadOfOursHasWorkedAndEnded_itsTimeStays() throws Exception {
        AgentCpu cpu = new AgentCpu();
        Thread[] burning = {null};
        boolean[] enough = {false};
        burning[0] = new Thread(
                () -> {
                    while (!enough[0] && !Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                },
                AgentCpu.PREFIX + "test");
        cpu.look();
        long before = cpu.millis();
        burning[0].start();
        await().until(() -> {
            cpu.look();
            return cpu.millis() >= before + 30;
        });
        long seen = cpu.millis();
        burning[0].interrupt();
        burning[0].join();
        cpu.look();
        assertThat(cpu.millis()).isGreaterThanOrEqualTo(seen);
    }
}
