package dev.headcount.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How a process was started: its words and what its environment adds to them, as far as we may read that. */
final class Launch {

    /** Of the process, below {@code /proc}. */
    private final Path folder;

    Launch(Path folder) {
        this.folder = folder;
    }

    /** With those of {@code @files} in their place. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : zeroParted("cmdline")) {
            if (word.startsWith("@") && JavaArguments.main(words).isEmpty()) {
                words.addAll(ArgumentFile.words(seenFromHere(word.substring(1))));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private Path seenFromHere(String file) {
        return file.startsWith("/") ? folder.resolve("root/." + file).normalize() : folder.resolve("cwd/" + file);
    }

    /** Of the JVM, in the order in which they count, the last one most. */
    List<String> options() {
        List<String> options = new ArrayList<>(environment("JAVA_TOOL_OPTIONS"));
        options.addAll(environment("JDK_JAVA_OPTIONS"));
        options.addAll(JavaArguments.options(words()));
        options.addAll(environment("_JAVA_OPTIONS"));
        return options;
    }

    private List<String> environment(String name) {
        for (String variable : zeroParted("environ")) {
            if (variable.startsWith(name + "=")) {
                return ArgumentFile.split(variable.substring(name.length() + 1));
            }
        }
        return Collections.emptyList();
    }

    private List<String> zeroParted(String file) {
        try {
            String text = new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
            return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split("\0"));
        } catch (IOException unreadable) {
            return Collections.emptyList();
        }
    }
}
