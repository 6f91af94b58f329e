package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** An extension as its page says to build one: compiled for Java 8 against what the agent's jar holds, and packed. */
final class ExtensionJar {

    private static final String ROOM = "headcount/isolated/";
    private static final String DOOR = ROOM + "dev/headcount/scaling/";

    private ExtensionJar() {}

    /** @param source of one class, whose name is {@code type} */
    static Path of(Path folder, String type, String source) throws IOException {
        Path api = unpacked(folder.resolve("api"));
        Path classes = Files.createDirectories(folder.resolve("classes-" + type));
        Path file = Files.writeString(folder.resolve(simple(type) + ".java"), source);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        int result = javac.run(
                null,
                null,
                null,
                "--release",
                "8",
                "-Xlint:-options",
                "-cp",
                api.resolve(ROOM).toString(),
                "-d",
                classes.toString(),
                file.toString());
        assertThat(result).as("javac of %s", file).isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.headcount.scaling.DeciderProvider"), type + "\n");
        return packed(classes, folder.resolve(simple(type) + ".jar"));
    }

    /** The first Java of the page. */
    static String exampleOfThePage() throws IOException {
        String page = Files.readString(Path.of("../../docs/extensions.md"), StandardCharsets.UTF_8);
        return page.replaceFirst("(?s).*?```java\n", "").replaceFirst("(?s)```.*", "");
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static Path unpacked(Path folder) throws IOException {
        try (JarFile agent = new JarFile(ChildJvm.agentJar().toFile())) {
            for (JarEntry entry : agent.stream()
                    .filter(one -> one.getName().startsWith(DOOR) && !one.isDirectory())
                    .toList()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = agent.getInputStream(entry)) {
                    Files.write(file, in.readAllBytes());
                }
            }
        }
        return folder;
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> walk = Files.walk(classes)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }
}
