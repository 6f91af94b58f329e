package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The signals agree with an application that stamps its own tasks, or say that they are unsure.
 *
 * <p>The bars are those of {@link TruthRow}, several times as wide, since a build has other things to do.
 * {@link TruthTable} prints how far off each figure is.
 */
@Isolated("what runs beside it would show in the figures")
final class TruthIT {

    /** Times the bars. Healthy on a quiet machine: below 1; with samples that weigh wrongly: 11 to 14. */
    private static final double SLACK = 5;

    /** A task of 6 µs that is preempted takes a thousand times as long, and a sample may or may not see it. */
    private static final double RAPID_SLACK = 15;

    /** They leave the processors mostly idle, so they run side by side. */
    static final List<String> PACED = List.of(
            "slow-linked",
            "slow-array",
            "slow-lifo",
            "slow-priority",
            "slow-shared",
            "brisk-linked",
            "brisk-array",
            "brisk-lifo",
            "brisk-priority",
            "brisk-shared",
            "brisk-removals",
            "brisk-caller",
            "sparse-first");

    /** Each keeps a processor busy by itself. */
    static final List<String> RAPID =
            List.of("rapid-linked", "rapid-array", "rapid-lifo", "rapid-priority", "rapid-shared");

    @OnEachJdk
    void signals_ofPacedLoads_tellTheTruth(Jdk jdk) {
        assertTrue(rows(jdk, "truth-paced", PACED), PACED, SLACK);
    }

    @OnEachJdk
    void signals_ofHundredThousandASecond_tellTheTruth(Jdk jdk) {
        assertTrue(rows(jdk, "truth-rapid", RAPID.subList(0, 1)), RAPID.subList(0, 1), RAPID_SLACK);
    }

    static List<TruthRow> rows(Jdk jdk, String name, List<String> cases) {
        return TruthRow.of(ChildJvm.on(jdk, name)
                .agent("mode=observe")
                .run("Truth", cases.toArray(String[]::new))
                .values("truth"));
    }

    private static void assertTrue(List<TruthRow> rows, List<String> cases, double slack) {
        rows.forEach(System.out::println);
        assertThat(rows).extracting(TruthRow::name).containsExactlyElementsOf(cases);
        assertThat(rows).allMatch(row -> row.holds(slack), "within " + slack + " times its bars");
    }
}
