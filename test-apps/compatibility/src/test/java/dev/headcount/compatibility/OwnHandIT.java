package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The application's own setters work as if nobody else had ever resized its pool. */
final class OwnHandIT {

    private static final int ROUNDS = 3;

    @OnEachJdk
    void setters_onAPoolThatWeGrew_answerAsWithoutUs(Jdk jdk) {
        String seed = Long.toString(System.nanoTime());
        Outcome bare = ChildJvm.on(jdk, "own-hand-bare")
                .run("OwnHand", seed, "" + ROUNDS, "0")
                .isClean();
        Outcome agent = ChildJvm.on(jdk, "own-hand")
                .agent("")
                .run("OwnHand", seed, "" + ROUNDS, "12")
                .isClean();

        assertThat(agent.number("grown")).as("seed %s: %s", seed, agent.child()).isPositive();
        assertThat(calls(agent)).as("seed %s: %s", seed, agent.child()).isEqualTo(calls(bare));
    }

    private static List<String> calls(Outcome outcome) {
        return outcome.values("call");
    }
}
