package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's own calls of its pools' setters are as legal as without us, and what it sets last holds. */
final class TugOfWarIT {

    /** Five sizes of its own a minute, and we leave a pool alone for half one: more rounds would meet nobody. */
    private static final String ROUNDS = "5";

    private static final Pattern PULLED =
            Pattern.compile("pulled (\\S+) calls (\\d+) refused (\\d+) resized-by-others (\\d+) differed (\\d+)");
    private static final Pattern LAST = Pattern.compile("last (\\S+) (\\d+)/(\\d+)");

    @OnEachJdk
    void setters_atRandomWhileWeResize_answerAsWithoutUsAndWin(Jdk jdk) throws Exception {
        String seed = Long.toString(System.nanoTime());
        try (RunningChild child = ChildJvm.on(jdk, "tug-of-war")
                        .start("TugOfWar", seed, ROUNDS)
                        .awaitReady();
                Outside outside = Outside.of(child)) {
            outside.attach("tick=50ms");
            List<String> pulled = child.order("pull");
            List<String> last = child.order("last");

            int resized = 0;
            for (String line : pulled) {
                Matcher tug = PULLED.matcher(line);
                assertThat(tug.matches()).as("seed %s: %s", seed, pulled).isTrue();
                assertThat(tug.group(5)).as("seed %s: %s", seed, pulled).isEqualTo("0");
                assertThat(Integer.parseInt(tug.group(3)))
                        .as("calls refused, seed %s: %s", seed, line)
                        .isPositive();
                resized += Integer.parseInt(tug.group(4));
            }
            assertThat(resized).as("seed %s: %s", seed, pulled).isGreaterThan(pulled.size());
            for (String line : last) {
                Matcher sizes = LAST.matcher(line);
                assertThat(sizes.matches()).as("seed %s: %s", seed, last).isTrue();
                Bean pool = outside.pool(sizes.group(1));
                await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                    assertThat(pool.number("OriginalCore")).isEqualTo(Integer.parseInt(sizes.group(2)));
                    assertThat(pool.number("OriginalMaximum")).isEqualTo(Integer.parseInt(sizes.group(3)));
                });
            }
            child.order("end");
            assertThat(child.await(Duration.ofSeconds(20)).isNormal().err()).isEqualTo(Outside.warnings(jdk, 1));
        }
    }
}
