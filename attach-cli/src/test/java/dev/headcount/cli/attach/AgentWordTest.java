package dev.headcount.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AgentWordTest {

    @Test
    void parse_ready_tellsVersionModeAndPools() {
        AgentWord word = AgentWord.parse("k3f9 ready 0.1.0 auto 12");

        assertThat(word.state()).isEqualTo(AgentWord.State.READY);
        assertThat(word.version()).isEqualTo("0.1.0");
        assertThat(word.mode()).isEqualTo("auto");
        assertThat(word.pools()).isEqualTo("12");
        assertThat(word.isAbout("k3f9")).isTrue();
        assertThat(word.isAbout("k3f8")).isFalse();
    }

    @Test
    void parse_failed_keepsTheWholeReason() {
        assertThat(AgentWord.parse("k3f9 failed no such thing here").reason()).isEqualTo("no such thing here");
    }

    @Test
    void parse_starting_hasNoRest() {
        assertThat(AgentWord.parse("k3f9 starting").state()).isEqualTo(AgentWord.State.STARTING);
        assertThat(AgentWord.parse("k3f9 starting").version()).isEqualTo("?");
    }

    @Test
    void parse_somethingElse_isNoWord() {
        assertThat(AgentWord.parse(null)).isNull();
        assertThat(AgentWord.parse("")).isNull();
        assertThat(AgentWord.parse("ready")).isNull();
        assertThat(AgentWord.parse("k3f9 dancing")).isNull();
    }
}
