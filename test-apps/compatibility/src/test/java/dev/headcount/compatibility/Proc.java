package dev.headcount.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the operating system knows of a process, be it what it will of itself. */
final class Proc {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    /** In {@code /proc/net/tcp}: the fourth column says {@code 0A} for one that listens, the tenth is its inode. */
    private static final String LISTENS = "0A";

    private Proc() {}

    /** Names of its threads, each cut off after 15 characters. */
    static Set<String> threads(long pid) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path task : entries(Path.of("/proc/" + pid + "/task"))) {
            try {
                names.add(Files.readString(task.resolve("comm")).trim());
            } catch (IOException ended) {
                // Between the listing and now: no such file, or no such process when it was open already.
            }
        }
        return names;
    }

    /** Local addresses, as the kernel writes them, on which that process, and not only its host, listens. */
    static Set<String> listening(long pid) throws IOException {
        Set<String> inodes = new TreeSet<>();
        for (Path descriptor : entries(Path.of("/proc/" + pid + "/fd"))) {
            Matcher socket = SOCKET.matcher(target(descriptor));
            if (socket.matches()) {
                inodes.add(socket.group(1));
            }
        }
        Set<String> addresses = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                String[] columns = line.trim().split("\\s+");
                if (columns.length > 9 && columns[3].equals(LISTENS) && inodes.contains(columns[9])) {
                    addresses.add(columns[1]);
                }
            }
        }
        return addresses;
    }

    private static String target(Path link) throws IOException {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException closed) {
            return "";
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
