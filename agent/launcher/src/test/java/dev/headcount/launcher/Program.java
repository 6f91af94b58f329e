package dev.headcount.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** A small application, written in a test as text and compiled so that every supported JVM can run it. */
final class Program {

    private Program() {}

    /** Compiles the class {@code name} for Java 8 into {@code folder}, which can then be a class path. */
    static Path compile(Path folder, String name, String source) {
        try {
            Path file = Files.createDirectories(folder).resolve(name + ".java");
            Files.writeString(file, source);
            List<String> options =
                    List.of("--release", "8", "-Xlint:-options", "-d", folder.toString(), file.toString());
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(new String[0]));
            if (result != 0) {
                throw new IllegalArgumentException(name + " does not compile");
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
