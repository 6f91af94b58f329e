package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The application's own setters work as if nobody else had ever resized its pool. */
final class OwnHandIT {

    private static final String ROUNDS = "3";

    @OnEachJdk
    void setters_onAPoolThatWeGrew_answerAsWithoutUs(Jdk jdk) {
        assertSame(jdk, "own-hand", "300");
    }

    /** Growing starts threads, which takes its time: the application may well call in the middle of it. */
    @OnEachJdk
    void setters_whileWeGrowThePool_answerAsWithoutUs(Jdk jdk) {
        assertSame(jdk, "own-hand-at-once", "0");
    }

    private static void assertSame(Jdk jdk, String name, String settleMillis) {
        String seed = Long.toString(System.nanoTime());
        Outcome bare = ChildJvm.on(jdk, name + "-bare")
                .run("OwnHand", seed, ROUNDS, "0", "0")
                .isClean();
        Outcome agent = ChildJvm.on(jdk, name)
                .agent("")
                .run("OwnHand", seed, ROUNDS, "12", settleMillis)
                .isClean();

        assertThat(agent.number("grown")).as("seed %s: %s", seed, agent.child()).isPositive();
        assertThat(calls(agent)).as("seed %s: %s", seed, agent.child()).isEqualTo(calls(bare));
    }

    private static List<String> calls(Outcome outcome) {
        return outcome.values("call");
    }
}
