package dev.headcount.scaling.forecast;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Signals;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.ToDoubleFunction;

/** A load that takes its course in virtual time, seen by a forecast. */
final class Course {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Forecast forecast;
    private final long stepMillis;
    private long nowNanos = Signals.START;
    private long epochMillis;

    Course(Forecast forecast, String localStart, long stepMillis) {
        this.forecast = forecast;
        this.stepMillis = stepMillis;
        this.epochMillis = millis(localStart);
    }

    static long millis(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant().toEpochMilli();
    }

    /** Until a local time, with the threads that are needed at each. */
    Course until(String local, ToDoubleFunction<ZonedDateTime> load) {
        while (epochMillis < millis(local)) {
            step(load.applyAsDouble(now()));
        }
        return this;
    }

    Course step(double load) {
        pass(stepMillis, stepMillis);
        forecast.observe(signal(load), epochMillis);
        return this;
    }

    /** Time that the wall clock shows and time that passes; a computer that sleeps, or whose clock is set. */
    Course pass(long wallMillis, long millis) {
        epochMillis += wallMillis;
        nowNanos += millis * Signals.MILLI;
        return this;
    }

    private Signal signal(double load) {
        return signal(load, 0.05);
    }

    /** @param service seconds that a task takes, as far as the signal knows */
    Signal signal(double load, double service) {
        return Signal.builder()
                .nowNanos(nowNanos)
                .size(8)
                .serviceMeanSeconds(service)
                .arrivalRatePerSecond(load / 0.05)
                .build();
    }

    ZonedDateTime now() {
        return Instant.ofEpochMilli(epochMillis).atZone(BERLIN);
    }

    int threads() {
        return forecast.outlook().leastThreads();
    }

    String reason() {
        return forecast.outlook().reason();
    }
}
