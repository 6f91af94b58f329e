package dev.headcount.cli.process;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A command line of the {@code java} launcher, taken apart as far as we need it. */
final class JavaArguments {

    /** Options whose value is the next word; all others carry it behind {@code =} or {@code :}. */
    private static final Set<String> WITH_VALUE = new HashSet<>(Arrays.asList(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--patch-module",
            "--enable-native-access",
            "--source"));

    private JavaArguments() {}

    /** The main class, {@code module/class} or the jar's path; empty where the words do not tell. */
    static String main(List<String> words) {
        int at = mainIndex(words);
        return at < words.size() && !words.get(at).startsWith("@") ? words.get(at) : "";
    }

    /** The options before the main class. */
    static List<String> options(List<String> words) {
        return words.subList(Math.min(1, words.size()), Math.min(mainIndex(words), words.size()));
    }

    private static int mainIndex(List<String> words) {
        int at = 1;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.equals("-jar") || word.equals("-m") || word.equals("--module")) {
                return at + 1;
            }
            if (!word.startsWith("-") && !word.startsWith("@")) {
                return at;
            }
            at += WITH_VALUE.contains(word) ? 2 : 1;
        }
        return at;
    }
}
