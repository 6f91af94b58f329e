package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.cli.process.ThisProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons are the agent's own words. */
final class NextStepTest {

    private static final String FORCE = "; the configuration before it stays in force";

    private final ThisProgram program = new Context("set", "shop", "orders", "--floor", "3").program;
    private final NextStep step = new NextStep(program, 4711);

    @Test
    void after_wrongValue_isAnotherValue() {
        assertThat(step.after(
                        "orders",
                        /* isPool= */ true,
                        new IllegalArgumentException("floor must be 1..30 (the ceiling): got 99")))
                .isEqualTo("the same command with a value that it allows");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/headcount.yaml:3:1: not YAML, /etc/headcount.yaml",
        "/srv/shop app/headcount.yaml: is empty, /srv/shop app/headcount.yaml",
        "agent argument config=etc/: /etc is not a regular file, /etc",
        "agent argument config=etc/h.yaml: cannot read /etc/h.yaml (Permission denied), /etc/h.yaml",
        "gone wrong, FILE"
    })
    void after_reloadOfABrokenFile_isToCheckIt(String reason, String path) {
        assertThat(agent(reason + FORCE)).isEqualTo("correct it until it is right: " + program.command("check", path));
    }

    @Test
    void after_reloadOfAFileThatHasGone_isToPutItThere() {
        assertThat(agent("agent argument config=../etc/headcount.yaml: there is no file /etc/headcount.yaml" + FORCE))
                .isEqualTo("a file at /etc/headcount.yaml; then " + program.again());
    }

    @Test
    void after_reloadWithoutAFile_isToAttachWithOne() {
        assertThat(agent("no configuration file was named at start (config=PATH): nothing to reload"))
                .isEqualTo(program.command("detach", "4711") + " && "
                        + program.command("attach", "4711", "--config", "FILE"));
    }

    @Test
    void after_closedWrites_isTheirPlace() {
        assertThat(
                        agent(
                                "writes are closed (/etc/headcount.yaml:3:1: writes is none); change the configuration instead"))
                .isEqualTo("give it in the configuration; or let this command line write, with writes: cli where it"
                        + " says otherwise: /etc/headcount.yaml:3:1: writes");
    }

    @Test
    void after_tokenThatIsNotYetThere_isTheSameAgain() {
        assertThat(step.after(
                        "the agent", /* isPool= */ false, new IllegalArgumentException("this is not the token; only…")))
                .isEqualTo(program.again());
    }

    @Test
    void after_writeThatCameTooLate_isTheSameAgain() {
        assertThat(pool("writes are open to the command line alone (/etc/headcount.yaml:3:1: writes is cli)"))
                .isEqualTo(program.again());
    }

    @Test
    void after_poolThatIsNeverResized_isItsExplanation() {
        assertThat(pool("a pool of kind serial is measured and never resized"))
                .isEqualTo(program.command("explain", "4711", "orders"));
    }

    @Test
    void after_sealedPool_isARuleThatNamesIt() {
        assertThat(pool("a pool of kind sealed is measured and resized only when a rule names it (pool: orders)"))
                .isEqualTo("a rule in the configuration with pool: orders; what is known of it: "
                        + program.command("explain", "4711", "orders"));
    }

    @Test
    void after_stopOfTheFleet_isTheLineThatStopsIt() {
        assertThat(pool(
                        "everything is switched off (/etc/h.yaml:2:1: enabled: enabled is false): no size is set before that"
                                + " changes"))
                .isEqualTo("enabled: true there (/etc/h.yaml:2:1: enabled); then " + program.again());
    }

    @Test
    void after_reasonThatIsNotKnown_isALook() {
        assertThat(pool("leased to k8s for another 20 s")).isEqualTo(program.command("explain", "4711", "orders"));
        assertThat(agent("not now")).isEqualTo(program.command("status", "4711"));
    }

    private String pool(String reason) {
        return step.after("orders", /* isPool= */ true, new IllegalStateException(reason));
    }

    private String agent(String reason) {
        return step.after("the agent", /* isPool= */ false, new IllegalStateException(reason));
    }
}
