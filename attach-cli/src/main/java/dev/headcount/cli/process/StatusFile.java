package dev.headcount.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The lines {@code Key: value value} of one {@code /proc/PID/status}. */
final class StatusFile {

    private final Map<String, String[]> lines = new HashMap<>();

    /** @throws IOException if there is no such process, or no more */
    StatusFile(Path file) throws IOException {
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.put(
                        line.substring(0, colon),
                        line.substring(colon + 1).trim().split("\\s+", -1));
            }
        }
    }

    /** The {@code index}th word behind {@code key}; {@code 0} where the kernel tells none. */
    String word(String key, int index) {
        String[] words = words(key);
        return index < words.length && !words[index].isEmpty() ? words[index] : "0";
    }

    String[] words(String key) {
        return lines.getOrDefault(key, new String[0]);
    }
}
