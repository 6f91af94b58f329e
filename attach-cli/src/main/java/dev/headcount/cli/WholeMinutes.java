package dev.headcount.cli;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a pin or a pause lasts: the agent counts it in minutes, and has the last word on how many. */
final class WholeMinutes {

    private static final long MILLIS_PER_MINUTE = 60_000;

    /** More minutes than an int holds would turn into another number on the way; the agent's own limit is a day. */
    private static final long MOST = Integer.MAX_VALUE;

    private WholeMinutes() {}

    /** @throws ParameterException when it is none */
    static int of(Duration time, CommandSpec spec) {
        long minutes = time.toMinutes();
        if (time.toMillis() % MILLIS_PER_MINUTE != 0 || minutes > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--for takes whole minutes, 1m to 24h: got " + DurationText.of(time));
        }
        return (int) minutes;
    }
}
