package dev.headcount.agent.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page is compiled and run, so that it stays true. */
final class ExtensionsPageTest {

    private static final int LINES_MAX = 30;

    @TempDir
    private Path folder;

    @Test
    void example_ofThePage_compilesAndDecides() throws Exception {
        String page = Files.readString(Path.of("../../docs/extensions.md"));
        String example = page.replaceFirst("(?s).*?```java\n", "").replaceFirst("(?s)```.*", "");
        assertThat(example.lines()).hasSizeLessThanOrEqualTo(LINES_MAX);
        Path jar = SomeProvider.jar(folder.resolve("per-backlog.jar"), "com.acme.PerBacklog\n", example);

        Extensions extensions = Extensions.NONE.with(Extensions.NONE.load(jar.toFile()));
        ExtensionPolicy policy = extensions.policy("per-backlog");

        policy.check(Map.of());
        assertThatThrownBy(() -> policy.check(Map.of("tasks-per-thread", "0")))
                .hasMessage("tasks-per-thread: found 0, expected 1 or more");
        Signal signal = Signal.builder().size(4).busy(4).queueDepth(50).build();
        Proposal proposal =
                policy.newDecider(Map.of("tasks-per-thread", "5")).propose(signal, 4, Bounds.of(1, 99, 99, 0.1));
        assertThat(proposal).hasToString("14: 50 tasks wait, 4 run");
    }
}
