package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.io.TempDir;

/** The agent leaves, and it is as if it had not been there. */
final class DetachIT {

    private static final int ROUNDS = 10;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @OnEachJdk(SMOKE)
    void detach_grownAndShrunkPools_leavesNothing(Jdk jdk) throws Exception {
        try (RunningChild child = ChildJvm.on(jdk, "detach")
                        .options("-javaagent:" + recorder())
                        .start("Traces")
                        .awaitReady();
                Outside outside = Outside.of(child)) {
            List<String> classes = child.order("shown");
            List<String> sizes = child.order("sizes");
            Set<String> listening = Proc.listening(child.pid());
            assertThat(classes).hasSize(6);

            outside.attach("idle-expiry=10s");
            outside.pool("calm").set("Floor", 2);
            outside.pool("calm").set("Ceiling", 2);
            await("sizes that are ours")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(child.order("sizes"))
                            .contains("pool calm 2/9 keeps 10000 ms")
                            .anyMatch(line -> line.matches("pool busy (\\d{2,})/\\1 keeps 10000 ms")));
            outside.detach();

            assertThat(child.order("sizes")).isEqualTo(sizes);
            assertThat(child.order("shown")).isEqualTo(classes);
            assertThat(child.order("heard")).containsExactly("heard 0");
            assertThat(outside.word()).isNull();
            assertThat(Proc.listening(child.pid())).isEqualTo(listening);
            await("nothing of ours on the heap")
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ourInstances(outside)).isEmpty());

            // That what just proved the absence of hooks would have heard of them.
            outside.attach("");
            assertThat(child.order("heard")).doesNotContain("heard 0");
            assertThat(child.order("stop")).allMatch(line -> line.matches("ran (\\d+) once \\1 lost 0 oftener 0"));
            child.order("end");
            assertThat(child.await(Duration.ofSeconds(20)).isNormal().err()).isEqualTo(Outside.warnings(jdk, 2));
        }
    }

    /**
     * With C1 alone, since what the JIT keeps in metaspace would hide what is asked here: profiles of all code that
     * runs, and old versions of hooked classes while compiled code of theirs waits for a sweep of the code cache. What
     * would make the JDK run much of its own code for us is looked for by itself: lambdas.
     */
    @OnEachJdk
    void detach_tenTimesUnderLoad_losesNoTaskAndNoMetaspace(Jdk jdk) throws Exception {
        Path classes = folder.resolve("classes.log");
        boolean isLogged = jdk.version() >= 9; // 8 would write it between what the child says
        String[] log = isLogged ? new String[] {"-Xlog:class+load:file=" + classes} : new String[0];
        try (RunningChild child = ChildJvm.on(jdk, "detach-rounds")
                        .options("-XX:TieredStopAtLevel=1")
                        .options(log)
                        .start("Traces")
                        .awaitReady();
                Outside outside = Outside.of(child)) {
            List<Long> metaspace = rounds(child, outside, /* pauseMillis= */ 0);
            System.out.println("metaspace on " + jdk + " by round, kB: "
                    + metaspace.stream().map(bytes -> bytes / 1024).toList());

            assertThat(metaspace.get(ROUNDS - 1) - metaspace.get(1)).isLessThan(MEBIBYTE);
            if (isLogged) {
                List<String> ours = ourClasses(classes);
                assertThat(ours).hasSizeGreaterThan(100 * ROUNDS); // of a single attach, 250
                assertThat(ours.stream().filter(line -> line.contains("$$Lambda")))
                        .isEmpty();
            }
            assertThat(child.order("stop")).allMatch(line -> line.matches("ran (\\d+) once \\1 lost 0 oftener 0"));
            child.order("end");
            assertThat(child.await(Duration.ofSeconds(20)).isNormal().err()).isEqualTo(Outside.warnings(jdk, ROUNDS));
        }
    }

    /**
     * Bytes of metaspace after each. The child is asked itself: what the JVM keeps of remote calls would be a good
     * part of the answer.
     *
     * @param pauseMillis how long the child goes on by itself after each detach
     */
    static List<Long> rounds(RunningChild child, Outside outside, int pauseMillis) throws IOException {
        List<String> sizes = child.order("sizes");
        List<Long> metaspace = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            outside.attach("");
            await("growth")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> child.order("sizes").stream().noneMatch(line -> line.startsWith("pool busy 4/")));
            outside.detach();
            assertThat(child.order("sizes")).isEqualTo(sizes);
            metaspace.add(Long.parseLong(
                    child.order("metaspace " + pauseMillis).get(0).substring("metaspace ".length())));
        }
        return metaspace;
    }

    private static List<String> ourClasses(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.matches(".*dev\\.headcount\\.(?!subject\\.).*"))
                .toList();
    }

    /** After a full collection, which the JDK's histogram begins with. The bridge stays, and with it its silence. */
    private static List<String> ourInstances(Outside outside) {
        String histogram = (String) outside.jdk("com.sun.management:type=DiagnosticCommand")
                .call("gcClassHistogram", (Object) new String[0]);
        return histogram
                .lines()
                .filter(line ->
                        line.matches(".*(dev\\.headcount\\.(?!subject\\.|bridge\\.Silence)|net\\.bytebuddy\\.).*"))
                .toList();
    }

    /** Its class is among the subjects, on the class path; the jar only names it. */
    private Path recorder() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "dev.headcount.subject.ClassFiles");
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        Path jar = folder.resolve("recorder.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
