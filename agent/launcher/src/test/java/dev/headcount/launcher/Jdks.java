package dev.headcount.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The JDKs of this machine, one for each version that the agent supports.
 *
 * <p>A home says its version in its {@code release} file; Debian's 8 has none, and is known by its
 * {@code rt.jar}. The first home of a version wins, in the order of {@link #homes}.
 */
final class Jdks {

    private static final int[] SUPPORTED = {8, 11, 17, 21, 25};
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");
    private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>\\s*(.*?)\\s*</jdkHome>");

    private static final Map<Integer, Path> FOUND = find();

    private Jdks() {}

    /** One for every supported version, those that are missing included, so that a report shows them. */
    static Stream<Jdk> all() {
        return IntStream.of(SUPPORTED).mapToObj(Jdks::of);
    }

    /** The oldest and the newest, which differ most; with {@code -Dheadcount.jdks=all} every one. */
    static Stream<Jdk> outer() {
        boolean isAll = "all".equals(System.getProperty("headcount.jdks"));
        return all().filter(jdk -> isAll || jdk.version() == 8 || jdk.version() == 25);
    }

    /** Those with a module system. */
    static Stream<Jdk> modular() {
        return all().filter(jdk -> jdk.version() > 8);
    }

    /** Those in which a SecurityManager can be set on the command line: it is gone in 24. */
    static Stream<Jdk> withSecurityManager() {
        return all().filter(jdk -> jdk.version() < 24);
    }

    static Jdk of(int version) {
        return new Jdk(version, FOUND.get(version));
    }

    private static Map<Integer, Path> find() {
        Map<Integer, Path> found = new TreeMap<>();
        for (Path home : homes()) {
            int version = version(home);
            if (version > 0 && Files.isExecutable(home.resolve("bin/java"))) {
                found.putIfAbsent(version, home);
            }
        }
        return found;
    }

    private static List<Path> homes() {
        Path user = Path.of(System.getProperty("user.home"));
        List<Path> homes = new ArrayList<>();
        if (System.getenv("JAVA_HOME") != null) {
            homes.add(Path.of(System.getenv("JAVA_HOME")));
        }
        homes.add(Path.of(System.getProperty("java.home")));
        homes.addAll(children(Path.of("/usr/lib/jvm")));
        for (Path unpacked : children(user.resolve(".cache/jdks"))) {
            homes.add(unpacked);
            homes.addAll(children(unpacked.resolve("usr/lib/jvm")));
        }
        homes.addAll(children(user.resolve(".sdkman/candidates/java")));
        homes.addAll(toolchains(user.resolve(".m2/toolchains.xml")));
        return homes;
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Path> toolchains(Path file) {
        List<Path> homes = new ArrayList<>();
        Matcher matcher = TOOLCHAIN.matcher(content(file));
        while (matcher.find()) {
            homes.add(Path.of(matcher.group(1)));
        }
        return homes;
    }

    private static int version(Path home) {
        Matcher matcher = VERSION.matcher(content(home.resolve("release")));
        if (matcher.find()) {
            return Integer.parseInt(matcher.group(1));
        }
        return Files.exists(home.resolve("jre/lib/rt.jar")) ? 8 : 0;
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
