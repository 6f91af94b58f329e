package dev.headcount.cli.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headcount.cli.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

final class RemoteAgentTest {

    public interface Older {
        String open(String token, String user);
    }

    public interface Newer extends Older {
        String close(String token);
    }

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final List<String> calls = new ArrayList<>();
    private final RemoteAgent agent =
            new RemoteAgent(() -> calls.add("hung up"), server, (bean, isPool, refused) -> bean + " " + isPool);

    private final class Bean implements Newer {
        @Override
        public String open(String token, String user) {
            if (user.isEmpty()) {
                throw new IllegalStateException("writes are closed (/etc/h.yaml:1:1 is none)");
            }
            calls.add("open " + token + " " + user);
            return "";
        }

        @Override
        public String close(String token) {
            calls.add("close " + token);
            return "";
        }
    }

    @Test
    void close_afterOpen_endsWhatItBeganAndHangsUp() throws Exception {
        register(Newer.class);

        agent.open("secret", "shop");
        agent.close();

        assertThat(calls).containsExactly("open secret shop", "close secret", "hung up");
    }

    @Test
    void close_ofOneThatOnlyLooked_justHangsUp() throws Exception {
        register(Newer.class);

        agent.close();

        assertThat(calls).containsExactly("hung up");
    }

    @Test
    void close_ofAnAgentThatKnowsNoSuchOperation_isNoMistake() throws Exception {
        register(Older.class);

        agent.open("", "shop");
        assertThatCode(agent::close).doesNotThrowAnyException();

        assertThat(calls).containsExactly("open  shop", "hung up");
    }

    @Test
    void close_afterTheAgentHasLeft_isNoMistake() throws Exception {
        register(Newer.class);
        agent.open("", "shop");
        server.unregisterMBean(new ObjectName("headcount:type=Agent"));

        assertThatCode(agent::close).doesNotThrowAnyException();

        assertThat(calls).containsExactly("open  shop", "hung up");
    }

    @Test
    void open_thatIsRefused_namesNoOperationAndAsksForTheNextStep() throws Exception {
        register(Newer.class);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> agent.open("", ""));

        assertThat(refusal).hasMessage("the agent: writes are closed (/etc/h.yaml:1:1 is none)");
        assertThat(refusal.next()).isEqualTo("the agent false");
        assertThat(refusal.exitCode()).isEqualTo(6);
    }

    private <T extends Older> void register(Class<T> shown) throws Exception {
        server.registerMBean(
                new StandardMBean(shown.cast(new Bean()), shown, /* isMXBean= */ true),
                new ObjectName("headcount:type=Agent"));
    }
}
