package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

/** A pool that its application forgot is collected, however often we tick. */
final class LetGoIT {

    @OnEachJdk
    void droppedPools_underG1_areCollected(Jdk jdk) {
        // Concurrent cycles: a full stop would collect what a concurrent marking, asked by us, keeps.
        assertAllGo(ChildJvm.on(jdk, "let-go-g1").options("-XX:+UseG1GC", "-XX:+ExplicitGCInvokesConcurrent"));
    }

    @OnEachJdk(from = 11)
    void droppedPools_underZgc_areCollected(Jdk jdk) {
        ChildJvm child = ChildJvm.on(jdk, "let-go-zgc");
        if (jdk.version() < 15) {
            child.options("-XX:+UnlockExperimentalVMOptions");
        }
        assertAllGo(child.options("-XX:+UseZGC"));
    }

    /** From 23 on it is the only kind, and the option that asks for it warns. */
    @OnEachJdk(value = OnEachJdk.Breadth.SMOKE, from = 21, to = 22)
    void droppedPools_underGenerationalZgc_areCollected(Jdk jdk) {
        assertAllGo(ChildJvm.on(jdk, "let-go-generational").options("-XX:+UseZGC", "-XX:+ZGenerational"));
    }

    private static void assertAllGo(ChildJvm child) {
        Outcome outcome = child.agent("").run("LetGo", "30").isClean();

        assertThat(outcome.value("left")).as(outcome.child()).isEqualTo("0 of 1000");
        assertThat(outcome.number("beans-most")).as(outcome.child()).isPositive();
        // The one that stays.
        assertThat(outcome.number("beans-left")).as(outcome.child()).isEqualTo(1);
    }
}
