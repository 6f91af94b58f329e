package dev.headcount.agent.loop;

import dev.headcount.agent.state.Memory;
import dev.headcount.replay.advice.Advice;
import dev.headcount.replay.advice.Bucket;
import dev.headcount.replay.advice.Past;
import dev.headcount.replay.advice.Span;
import dev.headcount.scaling.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a pool's past says of its sizes, looked at anew each minute, and kept over restarts.
 *
 * <p>Threads: {@link #see} is the tick's; what it gives is any thread's; the memory is the state's.
 */
final class Advising implements Memory {

    /** Below it a window says nothing that the smaller one has not said. */
    private static final double MORE_SECONDS = 600;

    private final Past past = new Past();
    private volatile boolean isRecalled;
    private Told told;

    /**
     * What is to be told from now on; {@code null} in the first minute, and until a task has ended.
     *
     * @param knee the size from which more threads bring no more throughput, 0 for none known
     */
    Told see(Signal signal, long timeMillis, double objectiveSeconds, int knee) {
        boolean isNews = past.add(
                signal.nowNanos(),
                timeMillis,
                signal.tally().submitted() + signal.tally().dropped(), // what a full queue refused wanted threads, too
                signal.tally().completed(),
                signal.serviceMeanSeconds(),
                knee);
        if (isNews || isRecalled) {
            isRecalled = false;
            boolean isBounded = signal.queueCapacity() != Integer.MAX_VALUE;
            Told now = new Told();
            for (Span span : Span.values()) {
                List<Bucket> buckets = past.buckets(span);
                if (!buckets.isEmpty()) {
                    now.add(span, Advice.of(buckets, objectiveSeconds, isBounded), past.seconds(span));
                }
            }
            told = now.isEmpty() ? null : now;
        }
        return told;
    }

    @Override
    public List<String> lines() {
        return past.lines();
    }

    @Override
    public void recall(List<String> lines) {
        past.recall(lines);
        isRecalled = !lines.isEmpty();
    }

    /** Advice and the time that it is of. */
    static final class Told {

        private final Map<Span, Advice> advice = new EnumMap<>(Span.class);
        private final Map<Span, Double> seconds = new EnumMap<>(Span.class);

        private void add(Span span, Advice found, double knownSeconds) {
            advice.put(span, found);
            seconds.put(span, knownSeconds);
        }

        private boolean isEmpty() {
            return !advice.containsKey(Span.DAY);
        }

        /** Of the last day: an hour forgets the night, and two weeks remember a load that has gone. */
        int floor() {
            return advice.get(Span.DAY).floor();
        }

        /** Of the last day, too. */
        int ceiling() {
            return advice.get(Span.DAY).ceiling();
        }

        /** Why, in words that begin with {@code floor} and the number. */
        String floorReason() {
            return advice.get(Span.DAY).reasons().get(0);
        }

        /** Likewise. */
        String ceilingReason() {
            return advice.get(Span.DAY).reasons().get(1);
        }

        /** How much of the last day is known. */
        double daySeconds() {
            return seconds.get(Span.DAY);
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            double told = 0;
            for (Span span : advice.keySet()) {
                double known = seconds.get(span);
                if (told == 0 || known > told + MORE_SECONDS) {
                    told = known;
                    lines.add("advice of the last " + span.text() + " (" + known(known, span) + " known):");
                    for (String reason : advice.get(span).reasons()) {
                        lines.add("  " + reason);
                    }
                }
            }
            return Collections.unmodifiableList(lines);
        }

        /** The present minute or hour is never whole. */
        private static String known(double seconds, Span span) {
            if (seconds > 0.95 * span.seconds()) {
                return "all of it";
            }
            long hours = Math.round(seconds / Span.HOUR.seconds());
            return hours >= 48
                    ? Math.round(hours / 24.0) + " days of it"
                    : hours >= 2 ? hours + " h of it" : Math.round(seconds / 60) + " min of it";
        }
    }
}
