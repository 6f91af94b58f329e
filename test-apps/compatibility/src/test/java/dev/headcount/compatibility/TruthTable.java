package dev.headcount.compatibility;

import java.util.List;

/**
 * Prints how far off every figure of every case is, on every Java that is here or on those named.
 *
 * <p>{@code mvn -DskipITs verify && cd test-apps/compatibility && java -cp
 * target/test-classes dev.headcount.compatibility.TruthTable [8 25]}
 */
final class TruthTable {

    private TruthTable() {}

    public static void main(String[] versions) {
        for (Jdk jdk : Jdks.found()) {
            if (versions.length > 0 && !List.of(versions).contains("" + jdk.version())) {
                continue;
            }
            System.out.println(jdk);
            TruthIT.rows(jdk, "table-paced", TruthIT.PACED).forEach(System.out::println);
            for (String rapid : TruthIT.RAPID) {
                TruthIT.rows(jdk, "table-" + rapid, List.of(rapid)).forEach(System.out::println);
            }
        }
    }
}
