package dev.headcount.simulator;

import dev.headcount.replay.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what the clairvoyant reached on a course: it is looked for once and compared with many times.
 *
 * <p>Law: a course is known by its scenario, its seed and its load, all of it: one other arrival is another course.
 * Another simulator may find other figures, so the script that builds one deletes the file.
 */
final class BaseCache {

    private final Path file;
    private final Map<String, Base> known = new ConcurrentHashMap<>();

    BaseCache(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file).forEach(this::read);
            } catch (IOException e) {
                throw new UncheckedIOException("can't read " + file, e);
            }
        }
    }

    private void read(String line) {
        String[] fields = line.split(",", 0);
        known.put(fields[0], new Base(Double.parseDouble(fields[1]), Double.parseDouble(fields[2])));
    }

    Base of(Course course, Function<Course, Base> find) {
        String key = course.fingerprint();
        Base base = known.get(key);
        if (base == null) {
            base = find.apply(course);
            known.put(key, base);
            write(key, base);
        }
        return base;
    }

    private synchronized void write(String key, Base base) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    String.format(Locale.ROOT, "%s,%.3f,%.6f%n", key, base.threadSeconds, base.violation),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }
}
