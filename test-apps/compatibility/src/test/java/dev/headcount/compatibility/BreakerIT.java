package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A circuit breaker of the application's, here Resilience4j's, holds growth back while it stands open. */
final class BreakerIT {

    private static final int CORE = 4;
    private static final Duration WATCHED = Duration.ofSeconds(4);

    /** The library and what it needs, from where this JVM has it. */
    private static String libraries() throws Exception {
        return Stream.of(
                        "io.github.resilience4j.circuitbreaker.CircuitBreaker",
                        "io.github.resilience4j.core.EventProcessor",
                        "io.vavr.collection.Seq",
                        "io.vavr.MatchError",
                        "org.slf4j.Logger",
                        "org.slf4j.nop.NOPServiceProvider")
                .map(BreakerIT::jar)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(String type) {
        try {
            return Path.of(Class.forName(type, false, BreakerIT.class.getClassLoader())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ReflectiveOperationException | java.net.URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @OnEachJdk(SMOKE)
    void backlog_breakerOpen_isNotAnsweredUntilItCloses(Jdk jdk) throws Exception {
        try (RunningChild child = ChildJvm.on(jdk, "breaker")
                .agent("")
                .classPath(libraries())
                .start("Breaking")
                .awaitReady()) {
            Outside outside = Outside.of(child);
            Bean pool = outside.pool("calls");
            await().atMost(Duration.ofSeconds(10)).until(() -> pool.number("CompletedCount") > 20);
            child.order("open");
            child.order("load");

            await("the veto")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> pool.text("DecisionReason").contains("veto breaker_open: circuit breaker stock open"));
            await("as long as it stands")
                    .during(WATCHED)
                    .atMost(WATCHED.plusSeconds(2))
                    .until(() -> pool.number("Target") == CORE && pool.number("Size") == CORE);
            assertThat(pool.number("VetoBreakerOpenCount")).isGreaterThan(10);

            child.order("half-open");
            int before = pool.number("Target");
            await("a step").atMost(Duration.ofSeconds(5)).until(() -> pool.number("Target") == before + 1);
            await("and no other within a cooldown")
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> pool.number("Target") == before + 1);
            child.order("close");
            // it was open a moment ago: without that memory the target would be some twenty at once
            assertThat(pool.number("Target")).isLessThanOrEqualTo(before + 2);
            assertThat(child.errors()).isEqualTo(Outside.warnings(jdk, 0));
            outside.close();
        }
    }

    @OnEachJdk
    void backlog_breakerToldOpenThroughJmx_isNotAnsweredUntilItEnds(Jdk jdk) throws Exception {
        try (RunningChild child = ChildJvm.on(jdk, "breaker-told")
                .agent("")
                .classPath(libraries())
                .start("Breaking")
                .awaitReady()) {
            Outside outside = Outside.of(child);
            Bean pool = outside.pool("calls");
            assertThat((String) pool.call("breaker", "open", 60)).contains("circuit breaker open for 60 s: no growth");
            child.order("load");

            await("the veto")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> pool.text("DecisionReason").contains("veto breaker_open"));
            assertThat(pool.number("Target")).isEqualTo(CORE);
            pool.call("breaker", "closed", 60);
            await("one thread at a time")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> pool.text("DecisionReason").contains("veto breaker_half_open"));
            outside.close();
        }
    }
}
