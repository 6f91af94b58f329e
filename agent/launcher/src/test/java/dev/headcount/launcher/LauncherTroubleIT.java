package dev.headcount.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.launcher.ChildJvm.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get wrong: the application runs to its normal end, and one line says what and why. */
final class LauncherTroubleIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() {
        Program.compile(folder, "Hello", """
                public class Hello {
                    public static void main(String[] arguments) {
                        System.out.println("main");
                    }
                }
                """);
        // The file is read beside the application's start, and a program of some milliseconds may be over before.
        Program.compile(folder, "Stays", """
                public class Stays {
                    public static void main(String[] arguments) throws Exception {
                        System.out.println("main");
                        for (int look = 0; look < 4000 && !isRead(); look++) {
                            Thread.sleep(5);
                        }
                    }

                    private static boolean isRead() {
                        for (Thread thread : Thread.getAllStackTraces().keySet()) {
                            if (thread.getName().equals("headcount-config")) {
                                return true;
                            }
                        }
                        return false;
                    }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#all")
    void agent_namedTwice_secondChangesNothing(Jdk jdk) {
        assertRunsAndSays(
                ChildJvm.run(jdk, folder, PackagedJar.OPTION, PackagedJar.OPTION + "=mode=off", "-cp", ".", "Hello"),
                "headcount: already running in this JVM; loaded again with \"mode=off\", which changes nothing\n");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void agent_namedTwiceAsCopies_secondChangesNothing(Jdk jdk) throws IOException {
        Path copy = Files.copy(PackagedJar.FILE, folder.resolve("copy-for-" + jdk.version() + ".jar"));

        assertRunsAndSays(
                ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-javaagent:" + copy, "-cp", ".", "Hello"),
                "headcount: already running in this JVM; loaded again, which changes nothing\n");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#all")
    void option_unknown_observes(Jdk jdk) {
        Outcome outcome = ChildJvm.run(jdk, folder, PackagedJar.OPTION + "=moed=auto", "-cp", ".", "Hello");

        assertThat(outcome.err())
                .matches("headcount: agent argument \"moed\": unknown key, the nearest is mode"
                        + " \\(all: mode, [a-z, -]+, config\\); only observing\n");
        assertThat(outcome.out()).isEqualTo("main\n");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void configFile_missing_observes(Jdk jdk) {
        assertRunsAndSays(
                ChildJvm.run(jdk, folder, PackagedJar.OPTION + "=config=/no/such.yaml", "-cp", ".", "Hello"),
                "headcount: agent argument config: there is no file /no/such.yaml; only observing\n");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void configFile_wrongValue_observesAndNamesTheLine(Jdk jdk) throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), "mode: auto\nceiling: unlimited\n");

        assertRunsAndSays(
                ChildJvm.run(
                        jdk, folder, Map.of("HEADCOUNT_CONFIG", "wrong.yaml"), PackagedJar.OPTION, "-cp", ".", "Stays"),
                "headcount: " + folder.resolve("wrong.yaml")
                        + ":2:1: ceiling: found \"unlimited\", expected a number of"
                        + " threads from 1 to 10000, relative as 2x core or 4/cpu, or advised: unbounded is not a size, a pool"
                        + " without a bound takes the whole process down; only observing\n");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void jar_withoutTheIsolatedRoom_namesTheLikelyMistake(Jdk jdk) throws IOException {
        Path shaded = shaded("shaded-for-" + jdk.version() + ".jar");

        assertRunsAndSays(
                ChildJvm.run(jdk, folder, "-javaagent:" + shaded, "-cp", ".", "Hello"),
                "headcount: " + shaded + shadedComplaint());
    }

    /** The launcher's classes on the class path come before those of the agent's jar, which is appended to it. */
    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void applicationJar_holdsOurLauncher_namesTheApplication(Jdk jdk) throws IOException {
        Path application = shaded("application-for-" + jdk.version() + ".jar");

        assertRunsAndSays(
                ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-cp", application + ":.", "Hello"),
                "headcount: " + application + shadedComplaint());
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#withSecurityManager")
    void securityManager_grantsNothing_runsWithoutAndSaysWhatToGrant(Jdk jdk) {
        Outcome outcome = ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-Djava.security.manager", "-cp", ".", "Hello");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("main\n");
        assertThat(linesOfOurs(outcome))
                .singleElement()
                .asString()
                .startsWith("headcount: the SecurityManager refuses (access denied (\"java.lang.RuntimePermission\"")
                .endsWith(
                        "; grant java.security.AllPermission to headcount-agent.jar in its policy; the application runs without it");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#withSecurityManager")
    void securityManager_grantsAllToTheJar_starts(Jdk jdk) throws IOException {
        Files.writeString(
                folder.resolve("policy"),
                "grant codeBase \"file:" + PackagedJar.FILE + "\" { permission java.security.AllPermission; };");

        Outcome outcome = ChildJvm.run(
                jdk,
                folder,
                PackagedJar.OPTION,
                "-Djava.security.manager",
                "-Djava.security.policy=policy",
                "-cp",
                ".",
                "Hello");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("main\n");
        assertThat(linesOfOurs(outcome)).noneMatch(line -> line.contains("runs without it"));
    }

    private static void assertRunsAndSays(Outcome outcome, String line) {
        assertThat(outcome).isEqualTo(new Outcome(0, "main\n", line));
    }

    /** The JVM itself warns of a SecurityManager on 17 and later. */
    private static List<String> linesOfOurs(Outcome outcome) {
        return outcome.err()
                .lines()
                .filter(line -> line.startsWith("headcount"))
                .toList();
    }

    private static String shadedComplaint() {
        return " has the agent's launcher but no headcount/isolated/: it was probably shaded or unpacked into an"
                + " application; take it out of there and name headcount-agent.jar itself after -javaagent:;"
                + " the application runs without it\n";
    }

    /** A copy of the jar that lost what a build tool takes for resources that nobody uses. */
    private static Path shaded(String name) throws IOException {
        Path copy = Files.copy(PackagedJar.FILE, folder.resolve(name));
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of());
                Stream<Path> entries = Files.walk(jar.getPath("/headcount/isolated"))) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
        return copy;
    }
}
