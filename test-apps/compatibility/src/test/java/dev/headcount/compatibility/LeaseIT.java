package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A program of somebody else's holds a pool's size, over plain JMX, for as long as it lives. */
final class LeaseIT {

    private static final int SECONDS = 4;

    /** Far below what the load asks for, and not the application's own 4. */
    private static final int TARGET = 6;

    @OnEachJdk
    void lease_holderKilled_localDecisionsAreBackInItsTime(Jdk jdk) throws Exception {
        try (RunningChild child = ChildJvm.on(jdk, "leased")
                        .start("Backlog", "leased", "40")
                        .awaitReady();
                Outside outside = Outside.of(child)) {
            outside.attach("");
            Bean pool = outside.pool("leased");
            long killed;
            try (RunningChild holder = ChildJvm.on(jdk, "lease-holder")
                    .start("LeaseHolder", outside.address(), "leased", "planner", "" + TARGET, "" + SECONDS, "1000")) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> pool.text("State").equals("held"));
                await().atMost(Duration.ofSeconds(5)).until(() -> pool.number("Core") == TARGET);
                // Longer than one lease lasts, so it is renewed.
                await().during(Duration.ofSeconds(SECONDS + 2))
                        .atMost(Duration.ofSeconds(SECONDS + 3))
                        .until(() -> pool.text("State").equals("held") && pool.number("Target") == TARGET);
                assertThat(holder.lines())
                        .hasSizeGreaterThan(SECONDS)
                        .containsOnly("answer leased: leased to planner at 6 for 4 s; release(owner) ends it");
                killed = System.nanoTime();
            }
            await().atMost(Duration.ofSeconds(SECONDS + 5))
                    .until(() -> pool.text("State").equals("normal") && pool.number("Target") > TARGET);
            Duration took = Duration.ofNanos(System.nanoTime() - killed);
            System.out.println("lease of " + SECONDS + " s, holder killed, on " + jdk + ": local decisions after "
                    + took.toMillis() + " ms");
        }
    }
}
