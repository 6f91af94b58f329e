package dev.headcount.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code premain} wakes in the JVM before the application's {@code main}, by the JVM's own log of classes. */
final class QuietStartIT {

    /**
     * ThreadPoolExecutor: agents listed after us may want to see its first load. The others configure
     * themselves when first touched, from what the application sets in its {@code main}.
     */
    private static final List<String> ASLEEP = List.of(
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.Executors",
            "java.util.logging.",
            "sun.util.logging.PlatformLogger",
            "java.lang.management.",
            "javax.management.",
            "com.sun.jmx.",
            "sun.management.");

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() {
        Program.compile(folder, "Marked", """
                public class Marked {
                    public static void main(String[] arguments) {}
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#all")
    void premain_withoutOptions_wakesNothing(Jdk jdk) {
        Set<String> woken = loadedBeforeMain(jdk, PackagedJar.OPTION);
        woken.removeAll(loadedBeforeMain(jdk, "-Dnone"));

        assertThat(woken).contains("dev.headcount.agent.Agent");
        assertThat(woken).noneMatch(QuietStartIT::shouldSleep);
        assertThat(woken)
                .as("the YAML library is for those who name a file")
                .noneMatch(name -> name.startsWith("org.snakeyaml."));
    }

    private static boolean shouldSleep(String name) {
        return ASLEEP.stream().anyMatch(prefix -> prefix.endsWith(".") ? name.startsWith(prefix) : name.equals(prefix));
    }

    private static Set<String> loadedBeforeMain(Jdk jdk, String option) {
        String log = jdk.version() == 8 ? "-verbose:class" : "-Xlog:class+load";
        String out =
                ChildJvm.run(jdk, folder, option, log, "-cp", ".", "Marked").out();
        Set<String> names = new TreeSet<>();
        for (String line : out.substring(0, out.indexOf("Marked ")).split("\n")) {
            // 8: [Loaded NAME from SOURCE]   9 and later: [0.012s][info][class,load] NAME source: SOURCE
            String name = line.replaceFirst("^(\\[Loaded |(\\[[^]]*])+ )", "").split(" ")[0];
            names.add(name);
        }
        return names;
    }
}
