package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

/** Pools that misbehave are left alone, at most with a line, and do not take the others with them. */
final class AwkwardIT {

    @OnEachJdk
    void constructor_thatThrows_endsNormally(Jdk jdk) {
        assertHarmless(jdk, "constructor-throws", "born none");
    }

    @OnEachJdk
    void getters_thatThrow_endNormally(Jdk jdk) {
        assertHarmless(jdk, "getters-throw", "done 60 ended true");
    }

    @OnEachJdk
    void terminated_thatBlocks_endsNormally(Jdk jdk) {
        assertHarmless(jdk, "terminated-blocks", "done 60 ended true");
    }

    @OnEachJdk
    void queueSize_thatThrows_endsNormally(Jdk jdk) {
        assertHarmless(jdk, "size-throws", "done 60 ended true");
    }

    @OnEachJdk
    void queueSize_thatBlocks_endsNormally(Jdk jdk) {
        assertHarmless(jdk, "size-blocks", "done 60 ended true");
    }

    private static void assertHarmless(Jdk jdk, String which, String answer) {
        Outcome outcome = ChildJvm.on(jdk, "awkward-" + which)
                .agent("")
                .run("Awkward", which)
                .isNormal();

        assertThat(outcome.out()).as(outcome.child()).containsExactly(answer, "well 60", "end");
        assertThat(outcome.err())
                .as(outcome.child())
                .hasSizeLessThanOrEqualTo(1)
                .isEqualTo(outcome.complaints());
    }
}
