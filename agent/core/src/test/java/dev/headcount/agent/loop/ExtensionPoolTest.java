package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.extension.SomeProvider;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools of 2 with a backlog, decided by extensions that do as they should, or not. */
final class ExtensionPoolTest {

    private static final ConditionFactory SOON = await().pollInterval(20, TimeUnit.MILLISECONDS);
    private static final String HANGS = "hangs.until.told";

    private final Registry registry = new Registry();
    private final Hooks hooks = new Hooks(registry);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<ThreadPoolExecutor> executors = new ArrayList<>();
    private Configuration configuration;
    private TickLoop loop;

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        System.clearProperty(HANGS);
        release.countDown();
        loop.stopAndGiveBack();
        executors.forEach(ThreadPoolExecutor::shutdownNow);
    }

    @Test
    void tick_policyOfAnExtension_sizesThePool() throws IOException {
        begin(SomeProvider.named("five"), "policy: five");
        ThreadPoolExecutor executor = pool("theirs");

        SOON.until(() -> executor.getCorePoolSize() == 5);

        assertThat(control("theirs").policy()).isEqualTo("five");
        SOON.until(() -> control("theirs").view().reason().contains("2 -> 5: acme says so"));
    }

    @Test
    void tick_deciderThatThrows_quarantinesItsPoolUntilTheFileChanges() throws IOException {
        begin(
                SomeProvider.named("bad").propose("throw new IllegalStateException(\"no idea\");"),
                "rules: [{pool: theirs, policy: bad}]");
        ThreadPoolExecutor theirs = pool("theirs");
        ThreadPoolExecutor ours = pool("ours");

        SOON.until(() -> ours.getCorePoolSize() > 2);
        SOON.until(() -> state("theirs") == PoolState.QUARANTINED);
        assertThat(control("theirs").view().reason())
                .isEqualTo("quarantined: policy bad of " + folder.resolve("acme.jar")
                        + " threw java.lang.IllegalStateException: no idea; tried again in 30 s");
        assertThat(loop.events().after(0))
                .filteredOn(event -> event.type == Event.Type.QUARANTINED)
                .extracting(event -> event.pool)
                .containsExactly("theirs");
        assertThat(theirs.getCorePoolSize()).isEqualTo(2);
        assertThat(loop.restarts()).isZero();
        assertThat(loop.errors()).isZero();

        Files.writeString(folder.resolve("headcount.yaml"), "cooldown-up: 0s\nrules: []\n");
        configuration.reload(1);

        SOON.until(() -> theirs.getCorePoolSize() > 2);
        assertThat(state("theirs")).isEqualTo(PoolState.NORMAL);
    }

    /** The hanging call ignores interrupts and pools of the extension come first and last: both are left alone. */
    @Test
    void supervise_deciderThatHangs_isGivenUpAndAllPoolsAreLookedAtByAnother() throws IOException {
        System.setProperty(HANGS, "yes");
        begin(SomeProvider.named("lost").propose("""
                        while (System.getProperty("hangs.until.told") != null) {
                            try {
                                Thread.sleep(10);
                            } catch (InterruptedException ignored) {
                            }
                        }
                        return Proposal.of(5, "back");"""), "rules: [{pool: theirs*, policy: lost}]");
        ThreadPoolExecutor theirs = pool("theirs");
        ThreadPoolExecutor ours = pool("ours");
        ThreadPoolExecutor too = pool("theirs-too");

        SOON.until(() -> {
            loop.supervise(System.nanoTime());
            return ours.getCorePoolSize() > 2
                    && state("theirs") == PoolState.QUARANTINED
                    && state("theirs-too") == PoolState.QUARANTINED;
        });

        assertThat(loop.restarts()).isEqualTo(1);
        assertThat(List.of(
                        control("theirs").view().reason(),
                        control("theirs-too").view().reason()))
                .anyMatch(reason -> reason.equals("quarantined: policy lost of " + folder.resolve("acme.jar")
                        + " has not come back within 2 s; tried again in 30 s"))
                .anyMatch(reason -> reason.equals("quarantined: policy lost of " + folder.resolve("acme.jar")
                        + " is not asked while a call of that extension has not come back; tried again in 30 s"));

        Files.writeString(folder.resolve("headcount.yaml"), "cooldown-up: 0s\nrules: []\n");
        configuration.reload(1); // with the call still inside
        SOON.until(() -> theirs.getCorePoolSize() > 5 && too.getCorePoolSize() > 5);
        System.clearProperty(HANGS);
        SOON.until(() -> loopThreads() == 1);
        assertThat(theirs.getCorePoolSize()).isGreaterThan(5); // what came back late counts for nothing
        assertThat(loop.errors()).isZero();
    }

    private static long loopThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("headcount-loop"))
                .count();
    }

    private void begin(SomeProvider provider, String yaml) throws IOException {
        Path jar = SomeProvider.jar(folder.resolve("acme.jar"), provider);
        Path file = Files.writeString(
                folder.resolve("headcount.yaml"), "extensions: [" + jar + "]\ncooldown-up: 0s\n" + yaml + "\n");
        configuration = new Configuration(Settings.read("tick=50ms,config=" + file), 0);
        assertThat(configuration.error()).isNull();
        loop = new TickLoop(registry, configuration, new WriteGate(configuration, () -> null), new EventLog());
        loop.supervise(System.nanoTime());
    }

    private ThreadPoolExecutor pool(String name) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, name + "-1"));
        executors.add(executor);
        hooks.created(executor);
        for (int task = 0; task < 50; task++) {
            Runnable waiting = this::waitForTheEnd;
            hooks.offering(waiting, executor);
            executor.execute(waiting);
        }
        return executor;
    }

    private void waitForTheEnd() {
        try {
            release.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private PoolState state(String name) {
        PoolControl control = control(name);
        return control == null || control.view() == null ? null : control.view().state;
    }

    private PoolControl control(String name) {
        return loop.pools().stream()
                .filter(control -> control.pool().name().equals(name))
                .findAny()
                .orElse(null);
    }
}
