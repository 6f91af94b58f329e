package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolNameTest {

    private static final Creator ORDERS = Creator.in(new StackTraceElement[] {
        new StackTraceElement("java.util.concurrent.Executors", "newFixedThreadPool", "Executors.java", 1),
        new StackTraceElement("com.acme.Orders", "start", "Orders.java", 42)
    });

    private final PoolName names = new PoolName();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "task-1, task",
                "http-nio-8080-exec-12, http-nio-8080-exec",
                "worker #3, worker",
                "jobs[7], jobs",
                "reaper, reaper",
                "cache@1a2b3c4d-2, cache",
                "import 3f2b8a10-1111-2222-3333-0123456789ab, import",
                "pool-7-thread-1, Orders.start",
                "7, Orders.start"
            })
    void give_threadName_keepsWhatSaysSomething(String threadName, String expected) {
        assertThat(names.give(threadName, ORDERS)).isEqualTo(expected);
    }

    @Test
    void give_longNameOfEmoji_isCutBetweenThem() {
        String name = names.give("a" + "\ud83d\ude00".repeat(5_000), ORDERS);

        assertThat(name).isEqualTo("a" + "\ud83d\ude00".repeat(59)); // 120 would be half of the next
        assertThat(names.give("half \ud83d of one", ORDERS)).isEqualTo("half   of one");
        assertThat(names.give("smile \ud83d\ude00", ORDERS)).isEqualTo("smile \ud83d\ude00");
    }

    @Test
    void give_nothingKnown_stillGivesAName() {
        assertThat(names.give(null, null)).isEqualTo("pool");
        assertThat(names.give("pool-3-thread-1", null)).isEqualTo("pool-3-thread");
    }

    @Test
    void give_sameNameTwice_numbersTheSecondUntilTheFirstIsFree() {
        assertThat(names.give("task-1", null)).isEqualTo("task");
        assertThat(names.give("task-1", null)).isEqualTo("task-2");

        names.free("task");

        assertThat(names.give("task-9", null)).isEqualTo("task");
    }

    @Test
    void give_longOrBrokenName_isCutAndOnOneLine() {
        assertThat(names.give("a\nb".repeat(200), null))
                .hasSizeLessThanOrEqualTo(120)
                .doesNotContain("\n");
    }
}
