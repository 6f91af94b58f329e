package dev.headcount.cli.attach;

import dev.headcount.cli.process.JvmProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;

/**
 * Whether another process' user may read a file: a right to pass each folder, and to read the file.
 *
 * <p>Blind to: access control lists and capabilities.
 */
final class Readability {

    private static final int READ = 4;
    private static final int PASS = 1;
    private static final int ROOT = 0;

    private Readability() {}

    /** The first folder, or the file itself, that is closed to {@code reader}; {@code null} when it may read. */
    static Path firstClosed(Path file, JvmProcess reader) {
        if (reader.uid() == ROOT) {
            return null;
        }
        Path seen = Paths.get("/");
        for (Path name : file) {
            seen = seen.resolve(name);
            // What is above the reader's own root is not its way.
            boolean isOnItsWay = !reader.inside("/").startsWith(seen);
            if (isOnItsWay && !may(seen, reader, seen.equals(file) ? READ : PASS)) {
                return seen;
            }
        }
        return null;
    }

    private static boolean may(Path path, JvmProcess reader, int right) {
        try {
            Map<String, Object> facts = Files.readAttributes(path, "unix:uid,gid,mode");
            int mode = ((Number) facts.get("mode")).intValue();
            long owner = ((Number) facts.get("uid")).longValue();
            long group = ((Number) facts.get("gid")).longValue();
            int shift = owner == reader.uid() ? 6 : reader.groups().contains(group) ? 3 : 0;
            return (mode >> shift & right) != 0;
        } catch (IOException | RuntimeException unknown) {
            return true;
        }
    }
}
