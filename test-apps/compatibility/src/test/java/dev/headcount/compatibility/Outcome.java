package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a child left behind; every failure names its command and its logs. */
record Outcome(int exitCode, List<String> out, List<String> err, String child) {

    /** It ended by itself, with 0, and had nothing to complain about. */
    Outcome isClean() {
        assertThat(err).as("stderr of %s", child).isEmpty();
        return isNormal();
    }

    Outcome isNormal() {
        assertThat(exitCode).as("exit code of %s", child).isZero();
        return this;
    }

    /** The rest of the only line that begins with {@code key} and a blank. */
    String value(String key) {
        List<String> values = values(key);
        assertThat(values).as("lines '%s …' of %s", key, child).hasSize(1);
        return values.get(0);
    }

    int number(String key) {
        return Integer.parseInt(value(key));
    }

    List<String> values(String key) {
        return out.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    /** The lines on stderr that are ours. */
    List<String> complaints() {
        return err.stream().filter(line -> line.startsWith("headcount: ")).toList();
    }
}
