package dev.headcount.agent.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code docs/prometheus/jmx-exporter.yaml} from {@link Family}: the beans' attributes under the metrics' names.
 *
 * <p>{@code mvn -q -pl agent/core -am test-compile && java -cp agent/core/target/classes:agent/core/target/test-classes
 * dev.headcount.agent.export.JmxRules docs}
 */
final class JmxRules {

    static final String FILE = "prometheus/jmx-exporter.yaml";

    /**
     * What the exporter matches, up to the attribute. Quotes of the object name's grammar are left out of the label;
     * spelled out, so that a pool which is called {@code x><>Size: 7} passes for no other.
     */
    private static final String POOL =
            "^headcount<type=Pool, kind=(\\w+), name=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\":]*))><>";

    private static final String AGENT = "^headcount<type=Agent><>";

    private static final String ANY = ": ";
    private static final String WORD = ": (\\w+)";

    private final StringBuilder text = new StringBuilder();

    private JmxRules() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]).resolve(FILE), text());
    }

    static String text() {
        JmxRules rules = new JmxRules();
        rules.text.append("""
                # Rules for jmx_prometheus_javaagent (1.0.1): Headcount's beans as the metrics of docs/metrics.md.
                #
                #   java -javaagent:headcount-agent.jar \\
                #        -javaagent:jmx_prometheus_javaagent-1.0.1.jar=9405:jmx-exporter.yaml ...
                #
                # Where the exporter runs for other beans already, add the object name and the rules to its file, above
                # any rule that matches everything. Names, labels and values are those of Headcount's own endpoint but
                # for what JMX can't carry: see "Through JMX" on that page. Made from the agent's own list of metrics.
                includeObjectNames: ["headcount:*"]
                rules:
                """);
        rules.pools();
        rules.agent();
        return rules.text.toString();
    }

    private void pools() {
        pool("Size", ANY, Family.POOL_SIZE, "");
        pool("Core", ANY, Family.POOL_CORE_SIZE, "");
        pool("Maximum", ": (?!2147483647$)", Family.POOL_MAX_SIZE, "");
        pool("Floor", ANY, Family.POOL_FLOOR, "");
        pool("Ceiling", ANY, Family.POOL_CEILING, "");
        pool("AdvisedFloor", ": (?!0$)", Family.POOL_ADVISED_FLOOR, "");
        pool("AdvisedCeiling", ": (?!0$)", Family.POOL_ADVISED_CEILING, "");
        pool("Target", ANY, Family.POOL_TARGET, "");
        pool("Busy", ANY, Family.POOL_BUSY, "");
        pool("QueueDepth", ANY, Family.POOL_QUEUE_DEPTH, "");
        pool("QueueCapacity", ": (?!-1$)", Family.POOL_QUEUE_CAPACITY, "");
        pool("Utilisation", ANY, Family.POOL_UTILISATION, "");
        pool("OldestWaitMillis", ANY, Family.POOL_OLDEST_WAIT, "");
        pool("WaitObjectiveMillis", ANY, Family.POOL_WAIT_OBJECTIVE, "");
        pool("ErrorRate", ANY, Family.POOL_ERROR_RATIO, "");
        pool("SignalQuality", ANY, Family.POOL_SIGNAL_QUALITY, "");
        pool("State", WORD, Family.POOL_STATE, "      state: \"$4\"\n");
        pool("Mode", WORD, Family.POOL_MODE, "      mode: \"$4\"\n");
        pool("SubmittedCount", ANY, Family.POOL_SUBMITTED, "");
        pool("CompletedCount", ANY, Family.POOL_COMPLETED, "");
        pool("RejectedCount", ANY, Family.POOL_REJECTED, "");
        pool("DroppedCount", ANY, Family.POOL_DROPPED, "");
        pool("FailedCount", ANY, Family.POOL_FAILED, "");
        pool("ResizeUpCount", ANY, Family.POOL_RESIZES, "      direction: \"up\"\n");
        pool("ResizeDownCount", ANY, Family.POOL_RESIZES, "      direction: \"down\"\n");
        pool("VetoBreakerOpenCount", ANY, Family.POOL_VETOES, "      reason: \"breaker_open\"\n");
        pool("VetoBreakerHalfOpenCount", ANY, Family.POOL_VETOES, "      reason: \"breaker_half_open\"\n");
        pool("VetoExternalCount", ANY, Family.POOL_VETOES, "      reason: \"external\"\n");
        pool("VetoErrorsCount", ANY, Family.POOL_VETOES, "      reason: \"errors\"\n");
        pool("VetoCpuCount", ANY, Family.POOL_VETOES, "      reason: \"cpu\"\n");
        pool("VetoGcCount", ANY, Family.POOL_VETOES, "      reason: \"gc\"\n");
        pool("VetoMemoryCount", ANY, Family.POOL_VETOES, "      reason: \"memory\"\n");
        pool("VetoThreadHeadroomCount", ANY, Family.POOL_VETOES, "      reason: \"thread_headroom\"\n");
        pool("VetoUnsureCount", ANY, Family.POOL_VETOES, "      reason: \"unsure\"\n");
        pool("VetoBudgetCount", ANY, Family.POOL_VETOES, "      reason: \"budget\"\n");
        pool("VetoCostCount", ANY, Family.POOL_VETOES, "      reason: \"cost\"\n");
        pool("CostTotal", ": (?!NaN$)", Family.POOL_COST, "");
        pool("AdvisedAvoidedLateTasks", ANY, Family.POOL_AVOIDED_LATE, "");
        pool("AdvisedAddedLateTasks", ANY, Family.POOL_ADDED_LATE, "");
        pool("AdvisedSavedThreadSeconds", ANY, Family.POOL_SAVED_SECONDS, "");
        pool("AdvisedSpentThreadSeconds", ANY, Family.POOL_SPENT_SECONDS, "");
        pool("ProbesUnmatchedCount", ANY, Family.POOL_PROBES_UNMATCHED, "");
        partOfPool("WaitCount", Family.POOL_WAIT, "_count", "");
        partOfPool("WaitSumSeconds", Family.POOL_WAIT, "_sum", "");
        partOfPool("WaitP50Millis", Family.POOL_WAIT, "", "      quantile: \"0.5\"\n");
        partOfPool("WaitP99Millis", Family.POOL_WAIT, "", "      quantile: \"0.99\"\n");
        partOfPool("ServiceCount", Family.POOL_PROCESS, "_count", "");
        partOfPool("ServiceSumSeconds", Family.POOL_PROCESS, "_sum", "");
    }

    private void agent() {
        agent("ProcessUtilisation", ": (?!NaN$)", Family.PROCESS_UTILISATION);
        agent("PoolCount", ANY, Family.POOLS);
        agent("PoolsOverflowed", ANY, Family.POOLS_OVERFLOWED);
        rule(AGENT + "TickCount: ", Family.TICK, "_count", "");
        rule(AGENT + "TickSumSeconds: ", Family.TICK, "_sum", "");
        agent("Healthy", ANY, Family.AGENT_HEALTHY);
        agent("AgentCpuMillis", ": (?!-1$)", Family.AGENT_CPU);
        agent("ErrorCount", ANY, Family.AGENT_ERRORS);
        agent("HookFailureCount", ANY, Family.AGENT_HOOK_FAILURES);
        agent("RestartCount", ANY, Family.AGENT_RESTARTS);
        agent("ConfigReloadSuccessful", ANY, Family.CONFIG_LAST_RELOAD_SUCCESSFUL);
        agent("ConfigReloadSuccessMillis", ": (?!-1$)", Family.CONFIG_LAST_RELOAD_SUCCESS);
        rule(AGENT + "Version: (.+)", Family.BUILD, "", "    labels:\n      version: \"$1\"\n");
    }

    private void pool(String attribute, String value, Family family, String label) {
        rule(POOL + attribute + value, family, "", poolLabels(label));
    }

    private void partOfPool(String attribute, Family family, String suffix, String label) {
        rule(POOL + attribute + ANY, family, suffix, poolLabels(label));
    }

    private static String poolLabels(String label) {
        return "    labels:\n      pool: \"$2$3\"\n      kind: \"$1\"\n" + label;
    }

    private void agent(String attribute, String value, Family family) {
        rule(AGENT + attribute + value, family, "", "");
    }

    /** Of a histogram there are only parts, and no type that they may have; a word has the value 1. */
    private void rule(String pattern, Family family, String suffix, String labels) {
        boolean isPart = family.type == Family.Type.HISTOGRAM;
        boolean isWord = pattern.endsWith("+)");
        text.append("  - pattern: '").append(pattern).append("'\n");
        text.append("    name: ").append(family.fullName).append(suffix).append('\n');
        text.append("    type: ")
                .append(isPart ? "UNTYPED" : family.type == Family.Type.COUNTER ? "COUNTER" : "GAUGE")
                .append('\n');
        text.append("    help: \"").append(family.help).append("\"\n");
        text.append(isWord ? "    value: 1\n" : "");
        text.append(pattern.contains("Millis") ? "    valueFactor: 0.001\n" : "");
        text.append(labels);
    }
}
