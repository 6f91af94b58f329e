package dev.headcount.agent.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.Source;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReadersTest {

    private static final Duration A_ROUND_OR_TWO = Duration.ofSeconds(8);

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final SomeBean bean = new SomeBean();
    private final Collection<Watched<?>> watched = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile MBeanServer found = server;
    private final Readers readers = new Readers(() -> watched, () -> found, this::start);

    @BeforeEach
    void register() throws Exception {
        server.registerMBean(bean, new ObjectName("com.acme:type=Db"));
    }

    @AfterEach
    void stop() {
        readers.stop();
        bean.answer.countDown();
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    private Thread start(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private Watched<String> watch(String attribute) {
        Source source = SomeBean.source(Key.VETO_FROM, "mbean com.acme:type=Db#" + attribute);
        Watched<String> one = new Watched<>("veto-from", source, new Objection(source), System.nanoTime());
        watched.add(one);
        return one;
    }

    private static String value(Watched<String> one) {
        return one.value(System.nanoTime());
    }

    @Test
    void step_nothingWatched_startsNoThreadAndEndsOneThatWas() {
        readers.step(System.nanoTime());
        assertThat(threads).isEmpty();

        watch("Usage > 0.9");
        readers.step(System.nanoTime());
        readers.step(System.nanoTime());
        assertThat(threads).hasSize(1);

        watched.clear();
        await().atMost(A_ROUND_OR_TWO).until(() -> !threads.get(0).isAlive());
        readers.step(System.nanoTime());
        assertThat(threads).hasSize(1);
    }

    @Test
    void run_attributeOfTwoRules_isReadOnceARoundForBoth() {
        Watched<String> first = watch("Usage > 0.9");
        Watched<String> second = watch("Usage > 0.4");
        readers.step(System.nanoTime());

        await().atMost(A_ROUND_OR_TWO).until(() -> value(second) != null && value(first) != null);
        assertThat(bean.reads).hasValue(1);
        assertThat(value(first)).isEmpty();
        assertThat(value(second)).isEqualTo("mbean com.acme:type=Db#Usage is 0.5, no growth while > 0.4");
        bean.usage = 0.95;
        await().atMost(A_ROUND_OR_TWO).until(() -> !value(first).isEmpty());
    }

    @Test
    void run_noServerYet_readsOnceThereIsOne() {
        found = null;
        Watched<String> one = watch("Usage > 0.4");
        readers.step(System.nanoTime());
        assertThat(value(one)).isNull();

        found = server;
        await().atMost(A_ROUND_OR_TWO).until(() -> value(one) != null);
    }

    @Test
    void step_attributeThatNeverAnswers_costsTheOthersNothing() {
        watch("Late");
        Watched<String> other = watch("Usage > 0.4");
        readers.step(System.nanoTime());
        await().atMost(A_ROUND_OR_TWO).until(() -> bean.late.get() == 1);

        readers.step(System.nanoTime() + Watched.FRESH_NANOS - 1_000_000_000L);
        assertThat(threads).hasSize(1);
        readers.step(System.nanoTime() + Watched.FRESH_NANOS);
        assertThat(threads).hasSize(2);

        int before = bean.reads.get();
        await().atMost(A_ROUND_OR_TWO).until(() -> bean.reads.get() > before + 1);
        assertThat(value(other)).isNotEmpty();
        assertThat(bean.late).hasValue(1);
    }

    @Test
    void step_attributeThatAnswersInTheEnd_isReadAgain() {
        Watched<String> late = watch("Late");
        readers.step(System.nanoTime());
        await().atMost(A_ROUND_OR_TWO).until(() -> bean.late.get() == 1);
        readers.step(System.nanoTime() + Watched.FRESH_NANOS);
        assertThat(value(late)).isNull();

        bean.answer.countDown();

        await().atMost(A_ROUND_OR_TWO).until(() -> bean.late.get() > 1);
        assertThat(value(late)).isEqualTo("mbean com.acme:type=Db#Late is true");
        await().atMost(A_ROUND_OR_TWO).until(() -> !threads.get(0).isAlive());
    }
}
