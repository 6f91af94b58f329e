package dev.headcount.agent.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was written down about the metrics says what the code does. */
final class PublishedTest {

    private static final Path DOCS = Path.of("../../docs");

    private static Set<String> matches(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Set<String> names() {
        return Arrays.stream(Family.values())
                .map(family -> family.fullName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void rules_ofTheFamilies_areThoseInDocs() throws IOException {
        assertThat(Files.readString(DOCS.resolve(JmxRules.FILE))).isEqualTo(JmxRules.text());
    }

    @Test
    void rules_nameEveryFamily() {
        assertThat(matches("(?<=name: )\\w+", JmxRules.text()).stream()
                        .map(name -> name.replaceFirst("_(count|sum)$", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(names());
    }

    @Test
    void page_namesEveryFamilyAndNoOther() throws IOException {
        String page = Files.readString(DOCS.resolve("metrics.md"));
        Set<String> described = matches("(?<=^\\| `|\n\\| `)headcount_\\w+", page);
        Set<String> used = matches("headcount_\\w+", page);

        assertThat(described).isEqualTo(names());
        used.removeAll(names());
        assertThat(used)
                .as("names that are none, but for the parts of histograms and what the JMX exporter makes of one")
                .allMatch(name -> name.equals("headcount_build")
                        || names().contains(name.replaceFirst("_(bucket|count|sum)$", "")));
    }

    /** Literally: other people's rules and dashboards hang on them. */
    @Test
    void families_names_areThose() {
        assertThat(names())
                .containsExactly(
                        "headcount_agent_cpu_seconds_total",
                        "headcount_agent_errors_total",
                        "headcount_agent_healthy",
                        "headcount_agent_hook_failures_total",
                        "headcount_agent_restarts_total",
                        "headcount_build_info",
                        "headcount_config_last_reload_success_timestamp_seconds",
                        "headcount_config_last_reload_successful",
                        "headcount_pool_advised_added_late_tasks_total",
                        "headcount_pool_advised_avoided_late_tasks_total",
                        "headcount_pool_advised_ceiling",
                        "headcount_pool_advised_floor",
                        "headcount_pool_advised_saved_thread_seconds_total",
                        "headcount_pool_advised_spent_thread_seconds_total",
                        "headcount_pool_busy",
                        "headcount_pool_ceiling",
                        "headcount_pool_completed_total",
                        "headcount_pool_core_size",
                        "headcount_pool_cost_total",
                        "headcount_pool_dropped_total",
                        "headcount_pool_error_ratio",
                        "headcount_pool_failed_total",
                        "headcount_pool_floor",
                        "headcount_pool_max_size",
                        "headcount_pool_mode",
                        "headcount_pool_oldest_wait_seconds",
                        "headcount_pool_probes_unmatched_total",
                        "headcount_pool_process_seconds",
                        "headcount_pool_queue_capacity",
                        "headcount_pool_queue_depth",
                        "headcount_pool_rejected_total",
                        "headcount_pool_resizes_total",
                        "headcount_pool_signal_quality",
                        "headcount_pool_size",
                        "headcount_pool_state",
                        "headcount_pool_submitted_total",
                        "headcount_pool_target",
                        "headcount_pool_utilisation",
                        "headcount_pool_vetoes_total",
                        "headcount_pool_wait_objective_seconds",
                        "headcount_pool_wait_seconds",
                        "headcount_pools",
                        "headcount_pools_overflowed",
                        "headcount_process_utilisation",
                        "headcount_tick_seconds");
    }
}
