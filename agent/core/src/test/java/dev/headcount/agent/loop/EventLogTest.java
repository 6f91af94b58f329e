package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EventLogTest {

    private final EventLog log = new EventLog();

    @Test
    void after_lastSeen_givesTheLaterOnesInOrder() {
        for (int i = 0; i < 5; i++) {
            log.add(Event.Type.DECISION, "task", "event " + i);
        }

        assertThat(log.after(3)).extracting(event -> event.text).containsExactly("event 3", "event 4");
        assertThat(log.after(5)).isEmpty();
    }

    @Test
    void after_moreThanIsKept_givesTheNewest() {
        for (int i = 0; i < 2_000; i++) {
            log.add(Event.Type.AGENT, "", "event " + i);
        }

        assertThat(log.after(0)).hasSizeBetween(500, 512);
        assertThat(log.after(0).get(log.after(0).size() - 1).text).isEqualTo("event 1999");
    }
}
