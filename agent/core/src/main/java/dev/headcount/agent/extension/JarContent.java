package dev.headcount.agent.extension;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What is in the jar of an extension, read whole.
 *
 * <p>Why not {@code URLClassLoader}: it holds the file open, and an application on Java 8 whose agent reads from a jar
 * that somebody has just overwritten dies of it. So no file stays open, and there is nothing to close.
 */
final class JarContent {

    /** A decider is some kilobytes; what unpacks to more is another jar, named by mistake, and would fill the heap. */
    private static final int BYTES_MAX = 16 << 20;

    private static final String PROVIDERS = "META-INF/services/dev.headcount.scaling.DeciderProvider";

    private final Map<String, byte[]> entries = new HashMap<>();
    private final CRC32 checksum = new CRC32();

    private JarContent() {}

    static JarContent read(File file) throws BadExtension {
        if (!file.isFile()) { // a pipe would keep us waiting
            throw new BadExtension(file.exists() ? file + " is not a regular file" : "there is no file " + file);
        }
        JarContent content = new JarContent();
        try (InputStream in = new CheckedInputStream(new FileInputStream(file), content.checksum);
                ZipInputStream zip = new ZipInputStream(in)) {
            content.unpack(zip, file);
        } catch (IOException | IllegalArgumentException broken) { // the latter for names that are no text
            throw new BadExtension("cannot read " + file + " (" + broken.getMessage() + ")");
        }
        if (content.entries.isEmpty()) {
            throw new BadExtension(file + " is no jar");
        }
        return content;
    }

    private void unpack(ZipInputStream zip, File file) throws IOException, BadExtension {
        byte[] buffer = new byte[8192];
        int total = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                bytes.write(buffer, 0, read);
                total += read;
                if (total > BYTES_MAX) {
                    throw new BadExtension(file + " unpacks to more than " + BYTES_MAX + " bytes");
                }
            }
            entries.put(entry.getName(), bytes.toByteArray());
        }
    }

    /** @return {@code null} when there is none of that name */
    byte[] entry(String name) {
        return entries.get(name);
    }

    /** Tells one build of a jar from the next; nobody has an interest in forging it. */
    String checksum() {
        return Long.toHexString(0x1_0000_0000L | checksum.getValue()).substring(1);
    }

    /** The classes that it names as providers, at least one. */
    List<String> providers(File file) throws BadExtension {
        byte[] named = entry(PROVIDERS);
        List<String> providers = new ArrayList<>();
        if (named != null) {
            for (String line : new String(named, StandardCharsets.UTF_8).split("[\r\n]+")) {
                String type = line.replaceFirst("#.*", "").trim();
                if (!type.isEmpty()) {
                    providers.add(type);
                }
            }
        }
        if (providers.isEmpty()) {
            throw new BadExtension(file + " names no decider, expected a class in its " + PROVIDERS);
        }
        return providers;
    }
}
