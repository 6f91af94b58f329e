package dev.headcount.launcher;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;

/** A JDK that tests start JVMs of; {@code home} is null where this machine has none of the version. */
record Jdk(int version, Path home) {

    private static final List<String> REQUIRED =
            List.of(System.getProperty("headcount.jdks.required", "none").split(","));

    /** The {@code java} command. Without one the test is skipped, or fails where the version is required. */
    String java() {
        if (home == null) {
            String missing =
                    "no JDK " + version + " in JAVA_HOME, /usr/lib/jvm, ~/.cache/jdks, SDKMAN or Maven toolchains";
            if (REQUIRED.contains(Integer.toString(version))) {
                fail(missing);
            }
            abort(missing);
        }
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
