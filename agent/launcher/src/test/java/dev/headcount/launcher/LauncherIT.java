package dev.headcount.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.launcher.ChildJvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged jar in a JVM where nothing is wrong: the application notices nothing. */
final class LauncherIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() {
        Program.compile(folder, "Hello", """
                public class Hello {
                    public static void main(String[] arguments) throws Exception {
                        System.out.println("main");
                        for (String name : arguments) {
                            String where;
                            try {
                                ClassLoader loader = Class.forName(name).getClassLoader();
                                where = loader == null ? "boot" : "a loader";
                            } catch (ClassNotFoundException absent) {
                                where = "absent";
                            }
                            boolean file = ClassLoader.getSystemResource(name.replace('.', '/') + ".class") != null;
                            System.out.println(name + " " + where + (file ? ", as a file" : ""));
                        }
                    }
                }
                """);
        Program.compile(folder, "Version", """
                import java.lang.reflect.Field;

                public class Version {
                    public static void main(String[] arguments) throws Exception {
                        Field running = Class.forName("dev.headcount.launcher.AgentLauncher").getDeclaredField("running");
                        running.setAccessible(true);
                        Class<?> agent = ((ClassLoader) running.get(null)).loadClass("dev.headcount.agent.Agent");
                        System.out.println(agent.getPackage().getImplementationVersion());
                    }
                }
                """);
        Program.compile(folder, "Reach", """
                public class Reach {
                    public static void main(String[] arguments) throws Exception {
                        try {
                            java.util.concurrent.ThreadPoolExecutor.class.getDeclaredField("mainLock").setAccessible(true);
                            System.out.println("java.util.concurrent is open");
                        } catch (RuntimeException closed) {
                            System.out.println(closed.getClass().getSimpleName());
                        }
                        try {
                            Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
                            System.out.println("jdk.internal.misc is exported");
                        } catch (IllegalAccessException closed) {
                            System.out.println(closed.getClass().getSimpleName());
                        }
                    }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#all")
    void start_withoutOptions_printsNothing(Jdk jdk) {
        // CDS: a boot class path that grows at run time would be answered with a warning.
        Outcome outcome = ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-Xshare:auto", "-cp", ".", "Hello");

        assertThat(outcome).isEqualTo(new Outcome(0, "main\n", ""));
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void start_everyClassVerified_printsNothing(Jdk jdk) {
        Outcome outcome = ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-Xverify:all", "-cp", ".", "Hello");

        assertThat(outcome).isEqualTo(new Outcome(0, "main\n", ""));
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#all")
    void application_looksForOurClasses_findsTheBridgeAndTheLauncher(Jdk jdk) {
        Outcome outcome = ChildJvm.run(
                jdk,
                folder,
                PackagedJar.OPTION,
                "-cp",
                ".",
                "Hello",
                "dev.headcount.bridge.Bridge",
                "dev.headcount.launcher.AgentLauncher",
                "dev.headcount.agent.Agent",
                "dev.headcount.scaling.Target",
                "net.bytebuddy.jar.asm.ClassReader",
                "org.HdrHistogram.Histogram",
                "org.snakeyaml.engine.v2.api.Load");

        assertThat(outcome.out()).isEqualTo("""
                main
                dev.headcount.bridge.Bridge boot
                dev.headcount.launcher.AgentLauncher a loader, as a file
                dev.headcount.agent.Agent absent
                dev.headcount.scaling.Target absent
                net.bytebuddy.jar.asm.ClassReader absent
                org.HdrHistogram.Histogram absent
                org.snakeyaml.engine.v2.api.Load absent
                """);
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#modular")
    void application_reachesIntoTheJdk_isRefusedAsWithoutUs(Jdk jdk) {
        Outcome outcome = ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-cp", ".", "Reach");

        String concurrent = jdk.version() < 16 ? "java.util.concurrent is open" : "InaccessibleObjectException";
        assertThat(outcome.out()).isEqualTo(concurrent + "\nIllegalAccessException\n");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void start_temporaryFolderMissing_needsNone(Jdk jdk) {
        Outcome outcome =
                ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-Djava.io.tmpdir=/no/such/folder", "-cp", ".", "Hello");

        // From 18 on the JVM itself warns about the folder, on either stream.
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).endsWith("main\n");
        assertThat(outcome.out() + outcome.err()).doesNotContain("headcount");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void start_pathWithBlanksAndSigns_isRead(Jdk jdk) throws Exception {
        Path odd = Files.createDirectories(folder.resolve("odd folder 100% + #" + jdk.version()));
        Path copy = Files.copy(PackagedJar.FILE, odd.resolve("agent é.jar"));

        Outcome outcome = ChildJvm.run(
                jdk,
                folder,
                Map.of("LC_ALL", "C.UTF-8"),
                "-javaagent:" + copy,
                "-cp",
                ".",
                "Hello",
                "dev.headcount.bridge.Bridge");

        assertThat(outcome).isEqualTo(new Outcome(0, "main\ndev.headcount.bridge.Bridge boot\n", ""));
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void agentsPackages_askedForTheirVersion_haveThatOfTheJar(Jdk jdk) throws Exception {
        String version;
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }

        Outcome outcome = ChildJvm.run(jdk, folder, PackagedJar.OPTION, "-cp", ".", "Version");

        assertThat(version).isNotEmpty();
        assertThat(outcome).isEqualTo(new Outcome(0, version + "\n", ""));
    }

    @Test
    void jar_root_holdsTheLauncherAlone() throws Exception {
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")))
                    .allMatch(name -> name.startsWith("META-INF/")
                            || name.startsWith("headcount/boot/dev/headcount/bridge/")
                            || name.startsWith("headcount/isolated/")
                            || name.startsWith("dev/headcount/launcher/"))
                    .noneMatch(name -> name.startsWith("META-INF/maven/") || name.startsWith("META-INF/versions/"))
                    .noneMatch(name -> name.startsWith("headcount/isolated/dev/headcount/bridge/"))
                    .noneMatch(name -> name.startsWith("headcount/isolated/META-INF/"))
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/licenses/byte-buddy/LICENSE",
                            "META-INF/licenses/byte-buddy/ASM",
                            "META-INF/licenses/HdrHistogram/LICENSE.txt");
        }
    }

    @Test
    void jar_runAsAProgram_explainsItselfAndEndsWith2() {
        Outcome outcome = ChildJvm.run(Jdks.of(17), folder, "-jar", PackagedJar.FILE.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("headcount-agent.jar is a Java agent, not a program.")
                .contains("java -javaagent:headcount-agent.jar -jar application.jar");
    }
}
