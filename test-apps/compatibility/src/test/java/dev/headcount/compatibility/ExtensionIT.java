package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Policies of somebody's own, in jars beside the agent's: one that sizes a pool, and some that should not have been. */
final class ExtensionIT {

    /** A machine that is too busy has the first look at a pool take two seconds, and the pool rest for thirty. */
    private static final Duration SOON = Duration.ofSeconds(60);

    /** One jar, three ways to be no help. The one that hangs ignores that it is interrupted. */
    private static final String BAD = """
            package com.acme;

            import dev.headcount.scaling.*;
            import java.util.Map;

            public final class Bad implements DeciderProvider {
                public String name() { return "bad"; }
                public int apiVersion() { return API_VERSION; }
                public Decider newDecider(Map<String, String> parameters) {
                    String how = parameters.get("how");
                    return new Decider() {
                        public String name() { return how; }
                        public Proposal propose(Signal signal, int target, Bounds bounds) {
                            if (how.equals("throws")) {
                                throw new IllegalStateException("no idea");
                            }
                            do {
                                try {
                                    Thread.sleep(60);
                                } catch (InterruptedException ignored) {
                                }
                            } while (how.equals("hangs"));
                            return Proposal.of(target, "at last");
                        }
                    };
                }
            }
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("headcount.yaml");
    }

    @OnEachJdk
    void pool_policyOfAnExtension_isSizedByItUntilTheFileLetsItGo(Jdk jdk) throws Exception {
        Path jar = ExtensionJar.of(folder, "com.acme.PerBacklog", ExtensionJar.exampleOfThePage());
        String extensions = "extensions: [" + jar + "]\n";
        Files.writeString(
                file,
                extensions + "ceiling: 30\ncooldown-up: 0s\n"
                        + "rules:\n- pool: theirs\n  policy: {per-backlog: {tasks-per-thread: 5}}\n");
        try (RunningChild child = ChildJvm.on(jdk, "extension")
                        .agent("config=" + file)
                        .start("Backlogs", "theirs", "ours")
                        .awaitReady();
                Outside outside = Outside.of(child)) {
            Bean theirs = outside.pool("theirs");
            await("its size")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(theirs.number("Size"))
                            .as(theirs.text("DecisionReason"))
                            .isGreaterThanOrEqualTo(22));
            assertThat(theirs.text("Policy")).isEqualTo("per-backlog");
            assertThat(theirs.text("DecisionReason")).containsPattern("\\d+ tasks wait, \\d+ run");
            assertThat(outside.pool("ours").text("Policy")).isEqualTo("adaptive");
            assertThat(classesOfAcme(outside)).isNotEmpty();

            Files.writeString(file, extensions + "rules:\n- pool: theirs\n  policy: per-backlogs\n");
            await("its mistake")
                    .atMost(SOON)
                    .until(() -> String.valueOf(outside.agent().get("ConfigError"))
                            .startsWith(file + ":4:3: policy: found \"per-backlogs\", expected "));
            assertThat(outside.agent().text("ConfigError")).contains("; the nearest is per-backlog");
            assertThat(theirs.text("Policy")).isEqualTo("per-backlog");

            Files.delete(jar);
            Files.writeString(file, "ceiling: 30\n");
            await("the default").atMost(SOON).until(() -> theirs.text("Policy").equals("adaptive"));
            await("nothing of it on the heap")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(classesOfAcme(outside)).isEmpty());
            assertThat(child.errors()).isEmpty();
        }
    }

    @OnEachJdk
    void pools_badPolicies_areLeftAloneAndTheOtherGoesOn(Jdk jdk) throws Exception {
        Path jar = ExtensionJar.of(folder, "com.acme.Bad", BAD);
        Path again = Files.copy(jar, folder.resolve("Again.jar"));
        Files.writeString(
                file,
                "extensions: [" + jar + "]\ncooldown-up: 0s\nrules:\n"
                        + "- pool: throws\n  policy: {bad: {how: throws}}\n- pool: slow\n  policy: {bad: {how: slow}}\n");
        try (RunningChild child = ChildJvm.on(jdk, "extension-bad")
                        .agent("config=" + file)
                        .start("Backlogs", "throws", "slow", "hangs", "ours")
                        .awaitReady();
                Outside outside = Outside.of(child)) {
            String bad = "quarantined: policy bad of " + jar;
            reason(outside.pool("throws"), bad + " threw java.lang.IllegalStateException: no idea; tried again in ");
            reason(outside.pool("slow"), bad + " took longer than 50 ms 5 times in a row, ");
            for (String pool : List.of("throws", "slow")) {
                assertThat(outside.pool(pool).number("Core")).as(pool).isEqualTo(2);
            }
            Bean ours = outside.pool("ours");
            await("growth").atMost(SOON).until(() -> ours.number("Size") > 2);

            Files.writeString(
                    file,
                    "extensions: [" + again + "]\nceiling: 60\ncooldown-up: 0s\nrules:\n"
                            + "- pool: hangs\n  policy: {bad: {how: hangs}}\n");
            reason(outside.pool("hangs"), "quarantined: policy bad of " + again + " has not come back within 2 s");
            int resizes = ours.number("ResizeUpCount");
            ours.set("Floor", 60);
            await("the next resize").atMost(SOON).until(() -> ours.number("ResizeUpCount") > resizes);
            await("what was let go")
                    .atMost(SOON)
                    .until(() -> outside.pool("throws").number("Size") > 2);
            assertThat(outside.agent().text("Health")).isEqualTo("ok; the loop was restarted 1 times");
            outside.agent().call("detach");
            await("the end of its beans")
                    .atMost(SOON)
                    .until(() -> outside.ours().isEmpty());
            assertThat(child.errors()).isEmpty();
        }
    }

    private static void reason(Bean pool, String begin) {
        await(begin)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(pool.text("DecisionReason")).startsWith(begin));
        assertThat(pool.text("State")).isEqualTo("quarantined");
    }

    /** Those with instances after a full collection: its decider, its provider. */
    private static List<String> classesOfAcme(Outside outside) {
        String histogram = (String) outside.jdk("com.sun.management:type=DiagnosticCommand")
                .call("gcClassHistogram", (Object) new String[0]);
        return histogram.lines().filter(line -> line.contains("com.acme.")).toList();
    }
}
