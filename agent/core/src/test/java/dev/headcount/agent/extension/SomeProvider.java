package dev.headcount.agent.extension;

import dev.headcount.scaling.DeciderProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A provider {@code acme.TYPE} as somebody might have written it, compiled against the decisions alone and packed.
 *
 * @param version an expression
 * @param constructor statements of its constructor
 * @param make statements before a decider is returned; the parameters are {@code parameters}
 * @param propose statements that return a proposal; the arguments are {@code signal}, {@code target}, {@code bounds}
 */
public record SomeProvider(String type, String name, String version, String constructor, String make, String propose) {

    public static final String SERVICE = "META-INF/services/dev.headcount.scaling.DeciderProvider";

    /** One that wants five threads. */
    public static SomeProvider named(String name) {
        String type = "P" + name.replaceAll("\\W", "_");
        return new SomeProvider(type, name, "API_VERSION", "", "", "return Proposal.of(5, \"acme says so\");");
    }

    public SomeProvider version(String other) {
        return new SomeProvider(type, name, other, constructor, make, propose);
    }

    public SomeProvider constructor(String other) {
        return new SomeProvider(type, name, version, other, make, propose);
    }

    public SomeProvider make(String other) {
        return new SomeProvider(type, name, version, constructor, other, propose);
    }

    public SomeProvider propose(String other) {
        return new SomeProvider(type, name, version, constructor, make, other);
    }

    private String source() {
        return """
                package acme;

                import dev.headcount.scaling.*;
                import java.util.Map;

                public final class %1$s implements DeciderProvider {
                    public %1$s() { %4$s }
                    public String name() { return "%2$s"; }
                    public int apiVersion() { return %3$s; }
                    public Decider newDecider(Map<String, String> parameters) {
                        %5$s
                        return new Decider() {
                            public String name() { return "whatever"; }
                            public Proposal propose(Signal signal, int target, Bounds bounds) { %6$s }
                        };
                    }
                }
                """.formatted(type, name, version, constructor, make, propose);
    }

    /** Packs {@code providers} as {@code jar}. */
    public static Path jar(Path jar, SomeProvider... providers) {
        String services = String.join(
                "\n", Stream.of(providers).map(one -> "acme." + one.type).toList());
        String[] sources = Stream.of(providers).map(SomeProvider::source).toArray(String[]::new);
        return jar(jar, services, sources);
    }

    /** Compiles {@code sources}, each with one public class, and packs them. */
    public static Path jar(Path jar, String services, String... sources) {
        try {
            Path folder = Files.createTempDirectory(jar.getParent(), "classes");
            compile(folder, sources);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    put(out, folder.relativize(file).toString(), Files.readAllBytes(file));
                }
                put(out, SERVICE, services.getBytes(StandardCharsets.UTF_8));
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void compile(Path folder, String... sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        for (String source : sources) {
            String type = source.replaceFirst("(?s).*?public final class (\\w+).*", "$1");
            Path file = Files.writeString(folder.resolve(type + ".java"), source);
            StringWriter complaints = new StringWriter();
            List<String> options =
                    List.of("-d", folder.toString(), "-cp", decisions(), "--release", "8", "-Xlint:-options");
            boolean isDone = javac.getTask(
                            complaints,
                            null,
                            null,
                            options,
                            null,
                            javac.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                    .call();
            if (!isDone) {
                throw new IllegalArgumentException(complaints.toString());
            }
        }
    }

    private static String decisions() {
        try {
            return Path.of(DeciderProvider.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
