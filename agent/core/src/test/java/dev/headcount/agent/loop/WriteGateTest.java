package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class WriteGateTest {

    private final Properties board = new Properties();

    @Test
    void check_writesAll_passesAnybodyAndNamesTheCommandLineIfItIs() {
        WriteGate gate = gate("");

        assertThatCode(gate::check).doesNotThrowAnyException();
        assertThat(gate.actor("JMX")).isEqualTo("JMX");
        gate.open("whatever", "alice");
        assertThat(gate.actor("JMX")).isEqualTo("alice (command line)");
        assertThat(board).isEmpty();
    }

    @Test
    void check_writesCli_passesWhoKnowsTheToken() {
        WriteGate gate = gate("writes=cli");
        gate.prepare();

        assertThatThrownBy(gate::check)
                .hasMessage("writes are open to the command line alone (agent argument writes is cli)");
        assertThatThrownBy(() -> gate.open("guess", "mallory")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(gate::check).isInstanceOf(IllegalStateException.class);

        gate.open(board.getProperty("headcount.token"), "alice");
        assertThatCode(gate::check).doesNotThrowAnyException();

        gate.close("guess");
        assertThatCode(gate::check).doesNotThrowAnyException();
        gate.close(board.getProperty("headcount.token"));
        assertThatThrownBy(gate::check).isInstanceOf(IllegalStateException.class);

        gate.withdraw();
        assertThat(board).isEmpty();
    }

    @Test
    void open_writesCliBeforeThereIsAToken_isRefused() {
        assertThatThrownBy(() -> gate("writes=cli").open(null, "mallory")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void open_writesNone_isRefusedWithTheReason() {
        assertThatThrownBy(() -> gate("writes=none").open("any", "alice"))
                .hasMessage("writes are closed (agent argument writes is none); change the configuration instead");
    }

    private WriteGate gate(String arguments) {
        return new WriteGate(new Configuration(Settings.read(arguments), 0), () -> board);
    }
}
