package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The agent comes into a JVM that is in trouble already. */
final class AttachIT {

    /** Name, kind, size, and what makes its threads. */
    private static final List<String> BLOCKED = List.of(
            "bounded serial 3 of dev.headcount.subject.Blocked$Numbered",
            "derived elastic 4 of dev.headcount.subject.Blocked$Numbered",
            "direct handoff 2 of dev.headcount.subject.Blocked$Numbered",
            "due scheduled 2 of dev.headcount.subject.Blocked$Numbered",
            "kept elastic 4 of dev.headcount.subject.Blocked$Numbered",
            "lambda elastic 4 of a lambda of dev.headcount.subject.Blocked",
            "pool-1-thread elastic 3 of java.util.concurrent.Executors$DefaultThreadFactory",
            "single serial 1 of dev.headcount.subject.Blocked$Numbered",
            "wrapped elastic 4 of dev.headcount.subject.Blocked$Numbered");

    private static final String UNKNOWN = "unknown: older than the agent; its threads are made by ";

    @OnEachJdk(SMOKE)
    void blockedPools_attached_areListedAtOnceGrowAndLoseNothing(Jdk jdk) throws Exception {
        try (RunningChild child =
                        ChildJvm.on(jdk, "attach-blocked").start("Blocked").awaitReady();
                Outside outside = Outside.of(child)) {
            long start = System.nanoTime();
            String word = outside.attach("");
            List<String> listed = await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> described(outside), pools -> pools.size() >= BLOCKED.size());
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(listed).containsExactlyElementsOf(BLOCKED);
            assertThat(word).matches("ready \\S+ auto " + BLOCKED.size());
            for (String grows : List.of("lambda", "kept", "wrapped", "derived")) {
                await(grows)
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> outside.pool(grows).number("Size") > 4);
            }
            assertThat(outside.pool("kept").parameters("pin")).containsExactly("size", "minutes", "because");
            List<String> ran = child.order("release");
            for (String pool : List.of("single", "bounded", "direct", "due")) {
                Bean bean = outside.pool(pool);
                assertThat(bean.number("Core")).as(pool).isEqualTo(bean.number("OriginalCore"));
                assertThat(bean.number("ResizeUpCount")).as(pool).isZero();
            }
            System.out.println("attach to listed on " + jdk + ": " + took.toMillis() + " ms");

            assertThat(ran)
                    .hasSize(BLOCKED.size())
                    .allMatch(line -> line.matches("ran \\S+ (\\d+) once \\1 lost 0 oftener 0"));
            child.order("end");
            assertThat(child.await(Duration.ofSeconds(20)).isNormal().err()).isEqualTo(Outside.warnings(jdk, 1));
        }
    }

    private static List<String> described(Outside outside) throws Exception {
        List<String> pools = new ArrayList<>();
        for (Bean pool : outside.pools()) {
            String creator = pool.text("Creator");
            assertThat(creator).startsWith(UNKNOWN);
            pools.add(pool.text("Name") + ' ' + pool.text("Kind") + ' ' + pool.number("Size") + " of "
                    + creator.substring(UNKNOWN.length()));
        }
        return pools.stream().sorted().toList();
    }

    @OnEachJdk
    void attach_wrongOptionFirstOrTwice_saysSoToTheTool(Jdk jdk) throws Exception {
        try (RunningChild child =
                        ChildJvm.on(jdk, "attach-word").start("Blocked").awaitReady();
                Outside outside = Outside.of(child)) {
            assertThat(outside.attach("mode=fast"))
                    .isEqualTo("failed agent argument mode: found \"fast\", expected auto, advise, observe or off");
            assertThat(outside.ours()).isEmpty();
            assertThat(outside.threads()).isEmpty();

            assertThat(outside.attach("mode=observe")).matches("ready \\S+ observe " + BLOCKED.size());
            assertThat(outside.threads()).contains("headcount-watch");
            assertThat(outside.attach("mode=auto")).matches("already \\S+ observe " + BLOCKED.size());
            outside.load("mode=auto");

            outside.detach();
            assertThat(outside.word()).isNull();
            assertThat(outside.attach("")).matches("ready \\S+ auto " + BLOCKED.size());
            outside.detach();
            outside.load("mode=advise");
            await().atMost(Duration.ofSeconds(10)).until(() -> outside.ours().size() > BLOCKED.size());
            assertThat(outside.agent().text("Mode")).isEqualTo("advise");
            assertThat(outside.word()).isNull();
            assertThat(Set.copyOf(described(outside))).isEqualTo(Set.copyOf(BLOCKED));

            child.order("end");
            List<String> expected = new ArrayList<>(Outside.warnings(jdk, 6));
            expected.add(
                    "headcount: already running in this JVM; loaded again with \"mode=auto\", which changes nothing");
            assertThat(child.await(Duration.ofSeconds(20)).isNormal().err())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
