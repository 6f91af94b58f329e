package dev.headcount.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like {@code /proc}, with this program as process 1. */
public final class FakeProc {

    /** With a handler for SIGQUIT, as a JVM has it. */
    private static final String CATCHES_QUIT = "2000000181005ccf";

    private static final String CATCHES_NOTHING = "0000000000000000";

    private final Path folder;

    public FakeProc(Path folder) {
        this.folder = folder;
        try {
            Files.createSymbolicLink(folder.resolve("self"), Path.of("1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        jvm(1).command("java", "-jar", "headcount.jar");
    }

    public ProcessTable table() {
        return new ProcessTable(folder);
    }

    public ThisProgram program(String... arguments) {
        return new ThisProgram(table().self(), arguments);
    }

    /** A running JVM of user and group 0, on JDK 17. */
    public Entry jvm(long pid) {
        Entry entry = new Entry(folder.resolve(Long.toString(pid)), pid, CATCHES_QUIT);
        return entry.file("maps", "7f00-7f01 r-xp 0 fe:00 1   /opt/jdk/lib/server/libjvm.so\n");
    }

    /** Anything else. */
    public Entry other(long pid) {
        return new Entry(folder.resolve(Long.toString(pid)), pid, CATCHES_NOTHING).file("maps", "");
    }

    /** One process; what is not said is as for a process of root in this container. */
    public static final class Entry {

        private final Path folder;
        private String status;

        private Entry(Path folder, long pid, String caught) {
            this.folder = folder;
            status = String.join(
                    "\n",
                    "Name:\tjava",
                    "State:\tS (sleeping)",
                    "Uid:\t0\t0\t0\t0",
                    "Gid:\t0\t0\t0\t0",
                    "Groups:\t ",
                    "NSpid:\t" + pid,
                    "SigCgt:\t" + caught,
                    "");
            file("status", status).file("cmdline", "");
        }

        /** Replaces the line of {@code key}. */
        public Entry status(String key, String value) {
            status = status.replaceAll("(?m)^" + key + ":.*$", key + ":\t" + value);
            return file("status", status);
        }

        public Entry command(String... words) {
            return file("cmdline", String.join("\0", words) + "\0");
        }

        public Entry environment(String... variables) {
            return file("environ", String.join("\0", variables) + "\0");
        }

        public Entry threads(String... names) {
            for (String name : names) {
                file("task/" + name.hashCode() + "/comm", name + "\n");
            }
            return this;
        }

        public Entry without(String file) {
            try {
                Files.delete(folder.resolve(file));
                return this;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        public Entry file(String name, String text) {
            try {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.writeString(folder.resolve(name), text);
                return this;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
