package dev.headcount.launcher;

import java.nio.file.Path;

/** The jar as a user gets it. */
final class PackagedJar {

    static final Path FILE = Path.of(System.getProperty("headcount.agent.jar", "target/headcount-agent.jar"))
            .toAbsolutePath();

    static final String OPTION = "-javaagent:" + FILE;

    private PackagedJar() {}
}
