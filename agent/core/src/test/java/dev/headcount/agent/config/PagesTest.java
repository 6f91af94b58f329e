package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page and the schema say what the code does; {@link Pages} makes them. */
final class PagesTest {

    private static final Path DOCS = Path.of("../../docs");

    @Test
    void page_ofTheKeys_isTheOneInDocs() throws IOException {
        assertThat(Files.readString(DOCS.resolve(Pages.PAGE))).isEqualTo(Pages.page());
    }

    @Test
    void schema_ofTheKeys_isTheOneInDocs() throws IOException {
        assertThat(Files.readString(DOCS.resolve(Pages.SCHEMA))).isEqualTo(Pages.schema());
    }

    @Test
    void kinds_ofPools_areThoseOfTheConfiguration() {
        for (dev.headcount.agent.pool.Kind kind : dev.headcount.agent.pool.Kind.values()) {
            boolean isShown = kind != dev.headcount.agent.pool.Kind.INTERNAL;
            assertThat(Value.KIND.number(kind.label()) != Value.WRONG)
                    .as(kind.label())
                    .isEqualTo(isShown);
        }
    }
}
