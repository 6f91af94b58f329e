package dev.headcount.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java installations that the tests may use, one for each version that Headcount supports.
 *
 * <p>Law: the first one found wins, in this order: the Java that runs the tests, {@code JAVA_HOME},
 * {@code /usr/lib/jvm}, {@code ~/.cache/jdks}, SDKMAN, Maven's {@code toolchains.xml}. A version
 * that the property {@code headcount.jdks.required} names and that none of them has is an error.
 */
public final class Jdks {

    static final List<Integer> SUPPORTED = List.of(8, 11, 17, 21, 25);

    /** How far below a root a home may lie: an unpacked Debian package has it five folders down. */
    private static final int DEPTH = 6;

    private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>\\s*(.*?)\\s*</jdkHome>");

    private static final Map<Integer, Jdk> FOUND = search();

    private Jdks() {}

    /** Those of {@link #SUPPORTED} that are here, oldest first. */
    public static List<Jdk> found() {
        Set<Integer> missing = required();
        missing.removeAll(FOUND.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("headcount.jdks.required names JDKs that were not found: " + missing
                    + "; found: " + FOUND.values().stream().map(Jdk::home).toList());
        }
        return List.copyOf(FOUND.values());
    }

    private static Set<Integer> required() {
        Set<Integer> versions = new TreeSet<>();
        for (String version : System.getProperty("headcount.jdks.required", "").split(",")) {
            if (!version.isBlank()) {
                versions.add(Integer.valueOf(version.trim()));
            }
        }
        return versions;
    }

    private static Map<Integer, Jdk> search() {
        Map<Integer, Jdk> found = new TreeMap<>();
        for (Path home : homes()) {
            Jdk.at(home)
                    .filter(jdk -> SUPPORTED.contains(jdk.version()))
                    .ifPresent(jdk -> found.putIfAbsent(jdk.version(), jdk));
        }
        return found;
    }

    private static List<Path> homes() {
        Path user = Path.of(System.getProperty("user.home"));
        List<Path> homes = new ArrayList<>();
        homes.add(Path.of(System.getProperty("java.home")));
        if (System.getenv("JAVA_HOME") != null) {
            homes.add(Path.of(System.getenv("JAVA_HOME")));
        }
        homes.addAll(below(Path.of("/usr/lib/jvm")));
        homes.addAll(below(user.resolve(".cache/jdks")));
        homes.addAll(below(user.resolve(".sdkman/candidates/java")));
        homes.addAll(toolchains(user.resolve(".m2/toolchains.xml")));
        return homes;
    }

    private static List<Path> below(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(root, DEPTH + 2, (path, facts) -> path.endsWith("bin/java"))) {
            return files.map(java -> java.getParent().getParent()).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static List<Path> toolchains(Path file) {
        List<Path> homes = new ArrayList<>();
        try {
            Matcher home = TOOLCHAIN.matcher(Files.readString(file));
            while (home.find()) {
                homes.add(Path.of(home.group(1)));
            }
        } catch (IOException absent) {
            return List.of();
        }
        return homes;
    }
}
