package dev.headcount.compatibility;

import java.util.List;

/**
 * Prints what rounds of attaching and detaching leave in metaspace with the whole JIT, which {@link DetachIT} leaves
 * out, on every Java that is here or on those named: with tasks that are executed, as in the test, and with such as
 * are submitted, so that {@code FutureTask} is compiled as well.
 *
 * <p>{@code mvn -DskipITs verify && cd test-apps/compatibility && java -cp target/test-classes:CLASS_PATH
 * dev.headcount.compatibility.MetaspaceTable [11 17]}, with the class path that {@code mvn dependency:build-classpath}
 * prints. For a quiet machine.
 */
final class MetaspaceTable {

    private MetaspaceTable() {}

    public static void main(String[] versions) throws Exception {
        for (Jdk jdk : Jdks.found()) {
            if (versions.length > 0 && !List.of(versions).contains("" + jdk.version())) {
                continue;
            }
            print(jdk, "execute");
            print(jdk, "submit");
        }
    }

    private static void print(Jdk jdk, String call) throws Exception {
        try (RunningChild child =
                        ChildJvm.on(jdk, "metaspace").start("Traces", call).awaitReady();
                Outside outside = Outside.of(child)) {
            List<Long> metaspace = DetachIT.rounds(child, outside);
            System.out.printf(
                    "%s, %s: rounds 2 to 10 left %d kB; %s, %s%n",
                    jdk,
                    call,
                    (metaspace.get(metaspace.size() - 1) - metaspace.get(1)) / 1024,
                    child.order("stop"),
                    metaspace.stream().map(bytes -> bytes / 1024).toList());
        }
    }
}
