package dev.headcount.agent.loop;

import dev.headcount.replay.advice.Advice;
import dev.headcount.replay.advice.Bucket;
import dev.headcount.replay.advice.Past;
import dev.headcount.scaling.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a pool's past says of its sizes, looked at anew each minute; immutable but for the past itself.
 *
 * <p>Threads: {@link #see} is the tick's; what it gives is any thread's.
 */
final class Advising {

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private final Past past = new Past();
    private Told told;

    /** What is to be told from now on; {@code null} in the first minute, and until a task has ended. */
    Told see(Signal signal, double objectiveSeconds) {
        boolean isNews = past.add(
                signal.nowNanos(), signal.tally().submitted(), signal.tally().completed(), signal.serviceMeanSeconds());
        if (isNews) {
            List<Bucket> buckets = past.buckets();
            told = buckets.isEmpty() ? null : new Told(Advice.of(buckets, objectiveSeconds), past.seconds());
        }
        return told;
    }

    /** Advice and the time that it is of. */
    static final class Told {

        private final Advice advice;
        private final double seconds;

        Told(Advice advice, double seconds) {
            this.advice = advice;
            this.seconds = seconds;
        }

        int floor() {
            return advice.floor();
        }

        int ceiling() {
            return advice.ceiling();
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("what the last " + span() + " would advise:");
            for (String reason : advice.reasons()) {
                lines.add("  " + reason);
            }
            return Collections.unmodifiableList(lines);
        }

        private String span() {
            return seconds < 2 * HOUR ? Math.round(seconds / MINUTE) + " min" : Math.round(seconds / HOUR) + " h";
        }
    }
}
