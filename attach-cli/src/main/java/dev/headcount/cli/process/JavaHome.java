package dev.headcount.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The Java that a {@code libjvm.so} belongs to. */
final class JavaHome {

    private static final String UNKNOWN = "?";

    /** As the process sees it. */
    final String path;

    private final boolean isOld;

    private JavaHome(String path, boolean isOld) {
        this.path = path;
        this.isOld = isOld;
    }

    /**
     * The {@code libjvm.so} that a process has mapped; empty when it has none, {@code null} when we may not know.
     *
     * <p>The kernel names files from our root, or from the container's; what the process has changed its root to is
     * cut.
     */
    static String library(Path folder) {
        String library = mappedLibrary(folder);
        try {
            String root = Files.readSymbolicLink(folder.resolve("root")).toString();
            return library != null && !root.equals("/") && library.startsWith(root + "/")
                    ? library.substring(root.length())
                    : library;
        } catch (IOException | RuntimeException unreadable) {
            return library;
        }
    }

    private static String mappedLibrary(Path folder) {
        try (BufferedReader maps = Files.newBufferedReader(folder.resolve("maps"), StandardCharsets.ISO_8859_1)) {
            for (String line = maps.readLine(); line != null; line = maps.readLine()) {
                int path = line.indexOf('/');
                if (path >= 0 && line.contains("/libjvm.so")) {
                    return line.substring(path);
                }
            }
            return "";
        } catch (IOException | UncheckedIOException unreadable) {
            return null;
        }
    }

    /** From {@code HOME/lib/server/libjvm.so}; up to 8 there is a folder for the machine in between, and a JRE inside. */
    static JavaHome of(String library) {
        int lib = library.lastIndexOf("/lib/");
        if (lib < 0) {
            return new JavaHome(library, /* isOld= */ false);
        }
        boolean isOld = library.substring(lib).split("/").length == 5;
        String home = library.substring(0, lib);
        boolean isInside = home.endsWith("/jre");
        return new JavaHome(isInside ? home.substring(0, home.length() - "/jre".length()) : home, isOld || isInside);
    }

    /** From the file {@code release} below {@code root}, the process' own root folder; a few builds of 8 have none. */
    String version(Path root) {
        try (Reader text = Files.newBufferedReader(root.resolve("." + path + "/release"), StandardCharsets.UTF_8)) {
            Properties facts = new Properties();
            facts.load(text);
            String version = facts.getProperty("JAVA_VERSION", "").replace("\"", "");
            return version.isEmpty() ? guess() : version;
        } catch (IOException | RuntimeException none) {
            return guess();
        }
    }

    private String guess() {
        return isOld ? "8" : UNKNOWN;
    }
}
