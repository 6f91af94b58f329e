package dev.headcount.compatibility;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints what rounds of attaching and detaching leave in metaspace with the whole JIT, which {@link DetachIT} leaves
 * out, on every Java that is here or on those named: with tasks that are executed, as in the test, and with such as
 * are submitted, so that {@code FutureTask} is compiled as well.
 *
 * <p>{@code mvn -DskipITs verify && cd test-apps/compatibility && java -cp target/test-classes:CLASS_PATH
 * dev.headcount.compatibility.MetaspaceTable [2s] [11 17]}, with the class path that
 * {@code mvn dependency:build-classpath} prints; {@code 2s} has the program run for as long after each detach. For a
 * quiet machine.
 */
final class MetaspaceTable {

    private MetaspaceTable() {}

    public static void main(String[] arguments) throws Exception {
        List<String> versions = new ArrayList<>(List.of(arguments));
        boolean pauses = !versions.isEmpty() && versions.get(0).endsWith("s");
        int pauseSeconds = pauses ? Integer.parseInt(versions.remove(0).replace("s", "")) : 0;
        for (Jdk jdk : Jdks.found()) {
            if (!versions.isEmpty() && !versions.contains("" + jdk.version())) {
                continue;
            }
            print(jdk, "execute", pauseSeconds);
            print(jdk, "submit", pauseSeconds);
        }
    }

    private static void print(Jdk jdk, String call, int pauseSeconds) throws Exception {
        try (RunningChild child =
                        ChildJvm.on(jdk, "metaspace").start("Traces", call).awaitReady();
                Outside outside = Outside.of(child)) {
            List<Long> metaspace = DetachIT.rounds(child, outside, 1000 * pauseSeconds);
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
