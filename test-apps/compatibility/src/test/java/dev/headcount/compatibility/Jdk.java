package dev.headcount.compatibility;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An installed Java: its feature version (8, 11, …) and its home, which holds {@code bin/java}. */
public record Jdk(int version, Path home) {

    /** The feature version in {@code "1.8.0_492"}, {@code "17.0.19"} or {@code "25"}. */
    private static final Pattern VERSION = Pattern.compile("\"(?:1\\.)?(\\d+)");

    /** Empty when {@code home} holds no Java that tells its version. */
    static Optional<Jdk> at(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(stated(home));
        return version.find() ? Optional.of(new Jdk(Integer.parseInt(version.group(1)), home)) : Optional.empty();
    }

    /** From the file {@code release}; Debian's 8 has none and must be asked. */
    private static String stated(Path home) {
        Path release = home.resolve("release");
        try {
            if (!Files.isReadable(release)) {
                return asked(home);
            }
            Properties facts = new Properties();
            try (Reader text = Files.newBufferedReader(release)) {
                facts.load(text);
            }
            return facts.getProperty("JAVA_VERSION", "");
        } catch (IOException broken) {
            return "";
        }
    }

    private static String asked(Path home) throws IOException {
        Process process = new ProcessBuilder(home.resolve("bin/java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public String java() {
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
