package dev.headcount.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.launcher.ChildJvm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second way into the boot loader, for a JDK that refuses the first.
 *
 * <p>None of ours does, so an agent of the test calls the same code without having opened {@code
 * jdk.internal.misc} (on 8: asks for the class that only later JDKs have).
 */
final class BootFallbackIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void prepare() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                Path file = folder.resolve("unpacked").resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, jar.getInputStream(entry).readAllBytes());
            }
        }
        Program.compile(folder, "Refused", """
                import java.io.File;
                import java.lang.instrument.Instrumentation;
                import java.lang.reflect.Constructor;
                import java.lang.reflect.Method;
                import java.nio.file.Files;

                public class Refused {
                    public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
                        String[] names = {"PoolHooks", "Silence", "Bridge"};
                        byte[][] classes = new byte[names.length][];
                        for (int i = 0; i < names.length; i++) {
                            File file = new File("unpacked/headcount/boot/dev/headcount/bridge/" + names[i] + ".class");
                            classes[i] = Files.readAllBytes(file.toPath());
                            names[i] = "dev.headcount.bridge." + names[i];
                        }
                        Class<?> internals = Class.forName("dev.headcount.agent.boot.JdkInternals");
                        Constructor<?> modular = Class.forName("dev.headcount.agent.boot.ModularInternals")
                                .getDeclaredConstructor();
                        modular.setAccessible(true);
                        Method define = Class.forName("dev.headcount.agent.boot.BootClasses").getDeclaredMethod(
                                "define", Instrumentation.class, internals, String[].class, byte[][].class);
                        define.setAccessible(true);
                        define.invoke(null, instrumentation, modular.newInstance(), names, classes);
                    }

                    public static void main(String[] arguments) throws Exception {
                        System.out.println(Class.forName("dev.headcount.bridge.Bridge").getClassLoader());
                        System.out.println(Class.forName("dev.headcount.bridge.Silence").getClassLoader());
                    }
                }
                """);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "Refused");
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        new JarOutputStream(Files.newOutputStream(folder.resolve("refused.jar")), manifest).close();
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#all")
    void define_unsafeRefused_goesThroughAFileThatDoesNotStay(Jdk jdk) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp-" + jdk.version()));

        Outcome outcome = ChildJvm.run(
                jdk,
                folder,
                "-javaagent:refused.jar",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                "unpacked/headcount/isolated:.",
                "Refused");

        assertThat(outcome.out()).endsWith("null\nnull\n");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.toString().endsWith(".jar"))).isEmpty();
        }
    }
}
