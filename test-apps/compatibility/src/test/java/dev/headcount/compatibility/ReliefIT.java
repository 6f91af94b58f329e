package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** From attach to relief: a pool that is 10 s behind has waits below the objective in less than that. */
final class ReliefIT {

    private static final int WATCHED_SECONDS = 14;
    private static final int WINDOW_MILLIS = 1000;

    /** Twice the service time of 100 ms, since that is longer than the standard 100 ms. */
    private static final int OBJECTIVE_MILLIS = 200;

    @OnEachJdk
    void backlog_attached_isGoneWithinTenSeconds(Jdk jdk) throws Exception {
        try (RunningChild child = ChildJvm.on(jdk, "relief").start("Relief").awaitReady();
                Outside outside = Outside.of(child)) {
            child.order("load");
            long attached = System.currentTimeMillis();
            outside.attach("");
            await().pollDelay(Duration.ofSeconds(WATCHED_SECONDS))
                    .atMost(Duration.ofSeconds(WATCHED_SECONDS + 1))
                    .until(() -> true);
            List<Began> tasks = child.order("waits").stream().map(Began::of).toList();
            long relief = relief(tasks, attached) - attached;
            System.out.println("attach to relief on " + jdk + ": " + relief + " ms");

            assertThat(tasks.get(tasks.size() / 10).waitMillis()).isGreaterThan(OBJECTIVE_MILLIS);
            assertThat(relief).isBetween(500L, 10_000L);
            child.order("end");
            assertThat(child.await(Duration.ofSeconds(20)).isNormal().err()).isEqualTo(Outside.warnings(jdk, 1));
        }
    }

    /** The end of the last second in which more than one in a hundred of the tasks that began had waited too long. */
    private static long relief(List<Began> tasks, long from) {
        long last = from;
        for (long start = from; start < from + (WATCHED_SECONDS - 1) * 1000L; start += 100) {
            long end = start + WINDOW_MILLIS;
            long windowStart = start;
            List<Began> begun = tasks.stream()
                    .filter(task -> task.millis >= windowStart && task.millis < end)
                    .toList();
            long late = begun.stream()
                    .filter(task -> task.waitMillis > OBJECTIVE_MILLIS)
                    .count();
            if (begun.isEmpty() || 100 * late > begun.size()) {
                last = end;
            }
        }
        return last;
    }

    private record Began(long millis, long waitMillis) {
        static Began of(String line) {
            String[] words = line.split(" ");
            return new Began(Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }
}
