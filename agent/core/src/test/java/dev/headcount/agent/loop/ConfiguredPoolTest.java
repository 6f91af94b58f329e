package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Kind;
import dev.headcount.agent.pool.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pool behind an unconfigurable wrapper, and what the configuration says of it. */
final class ConfiguredPoolTest {

    private final Registry registry = new Registry();
    private final Hooks hooks = new Hooks(registry);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "hidden-1"));
    private Configuration configuration;
    private TickLoop loop;

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        release.countDown();
        loop.stopAndGiveBack();
        executor.shutdownNow();
    }

    @Test
    void tick_sealedPoolWithABacklogThatARuleNames_isGrown() throws IOException {
        PoolControl control = controlUnder("rules:\n- pool: hidden*\n  ceiling: 6\n");

        await().until(() -> executor.getCorePoolSize() > 2);

        assertThat(control.isResizable()).isTrue();
        assertThat(control.policy()).isEqualTo("adaptive");
    }

    /** All that the configuration accepts; none of them may be unknown to the laws. */
    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "threshold", "aimd", "pid", "queueing", "gradient", "hill-climbing"})
    void tick_policyOfARule_decides(String policy) throws IOException {
        PoolControl control = controlUnder("rules:\n- pool: hidden*\n  ceiling: 6\n  policy: " + policy + "\n");

        await().until(() -> control.view() != null);

        assertThat(control.policy()).isEqualTo(policy);
    }

    @Test
    void tick_parametersOfAPolicyThatChange_areFollowed() throws IOException {
        String rule = "rules:\n- pool: hidden*\n  ceiling: 9\n  policy: {fixed: {size: %d}}\n";
        PoolControl control = controlUnder(String.format(rule, 5));
        await().until(() -> executor.getCorePoolSize() == 5);
        assertThat(control.policy()).isEqualTo("fixed");

        Files.writeString(folder.resolve("headcount.yaml"), String.format(rule, 7));
        configuration.reload(1);

        await().until(() -> executor.getCorePoolSize() == 7);
    }

    @Test
    void tick_sealedPoolThatNoRuleNames_isOnlyMeasured() throws IOException {
        PoolControl control = controlUnder("rules:\n- pool: \"*\"\n  ceiling: 6\n");

        await().until(() -> control.view() != null && control.view().signal.oldestWaitSeconds() > 0.5);

        assertThat(executor.getCorePoolSize()).isEqualTo(2);
        assertThat(control.view().reason())
                .isEqualTo("sealed: measured, resized only when a rule names it (pool: hidden)");
        assertThatThrownBy(() -> control.operator().floor(2, "somebody"))
                .hasMessage("a pool of kind sealed is measured and resized only when a rule names it (pool: hidden)");
    }

    @Test
    void tick_scheduleOfThisHour_raisesTheFloorUpToTheCeiling() throws IOException {
        PoolControl control =
                controlUnder("rules:\n- pool: hidden*\n  ceiling: 6\n  schedule: \"* * * * * for 24h floor 9\"\n");

        await().until(() -> control.view() != null && control.view().bounds.floor() == 6);
        assertThat(control.view().bounds.floorSource()).startsWith("scheduled, rule 1 (hidden*");
        await().until(() -> executor.getCorePoolSize() == 6);
    }

    @Test
    void tick_ceilingWhileTheJvmStarts_bindsAndSaysWhere() throws IOException {
        PoolControl control = controlUnder("rules:\n- pool: hidden*\n  ceiling: 6\n  start-up: 1 for 1h\n");

        await().until(() -> executor.getCorePoolSize() == 1);
        assertThat(control.view().bounds.ceilingSource()).startsWith("while the JVM starts, rule 1 (hidden*");

        Files.writeString(folder.resolve("headcount.yaml"), "rules:\n- pool: hidden*\n  ceiling: 6\n");
        configuration.reload(1);
        await().until(() -> executor.getCorePoolSize() > 2);
    }

    @Test
    void tick_ceilingWhileTheJvmStartsForAllPools_leavesTheApplicationsOwnSize() throws IOException {
        PoolControl control = controlUnder(
                "start-up: 1 for 1h\nrules:\n- pool: hidden*\n  because: it may be sized\n  wait-objective: 1s\n");

        await().until(() -> control.view() != null && control.view().bounds.ceiling() == 2);
        assertThat(executor.getCorePoolSize()).isEqualTo(2);
    }

    /** Two threads cost some 500 a second, and the policy waits for one before it asks for growth. */
    @Test
    void tick_budgetThatIsSpent_holdsGrowthWhileItIsHard() throws IOException {
        String rule = "rules:\n- pool: hidden*\n  policy: {threshold: {blind-patience: 1s}}\n  ceiling: 6\n"
                + "  thread-hour-price: 1000000\n  monthly-budget: 0.01%s\n";
        PoolControl control = controlUnder(String.format(rule, " hard"));
        await().until(() -> control.view() != null && control.view().reason().contains(" wanted, veto budget: "));

        assertThat(control.view().reason()).endsWith(" (hard budget)");
        assertThat(executor.getCorePoolSize()).isEqualTo(2);
        assertThat(loop.events().after(0))
                .filteredOn(event -> event.type == Event.Type.COST)
                .singleElement()
                .satisfies(event -> assertThat(event.text)
                        .contains(" of 0.01 spent in ")
                        .endsWith(" (hard budget): no growth above the floor until the month ends"));

        Files.writeString(folder.resolve("headcount.yaml"), String.format(rule, ""));
        configuration.reload(1);

        await().until(() -> executor.getCorePoolSize() > 2); // the wait objective is missed
    }

    @Test
    void pin_everythingSwitchedOff_isRefusedWithThePlace() throws IOException {
        PoolControl control = controlUnder("enabled: false\nrules:\n- pool: hidden\n  ceiling: 6\n");

        await().until(() -> control.view() != null);

        assertThatThrownBy(() -> control.operator().pin(3, 10, "", "somebody"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "everything is switched off \\(.*headcount.yaml:1:1: enabled is false\\): no size is"
                                + " set before that changes");
    }

    private PoolControl controlUnder(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("headcount.yaml"), yaml);
        configuration = new Configuration(Settings.read("tick=50ms,config=" + file), 0);
        assertThat(configuration.error()).isNull();
        loop = new TickLoop(registry, configuration, new WriteGate(configuration, () -> null), new EventLog());
        hooks.created(executor);
        hooks.sealed(executor);
        for (int number = 0; number < 50; number++) {
            Runnable task = task(); // the one that waits: a probe of another is void as soon as that is collected
            hooks.offering(task, executor);
            executor.execute(task);
        }
        loop.supervise(System.nanoTime());
        await().until(() -> !loop.pools().isEmpty());
        PoolControl control = loop.pools().iterator().next();
        assertThat(control.pool().kind()).isEqualTo(Kind.SEALED);
        return control;
    }

    private Runnable task() {
        return () -> {
            try {
                release.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
