package dev.headcount.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.cli.process.FakeProc;
import dev.headcount.cli.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every look leads to an exit code, a reason and a command that can be pasted; scripts and people rely on all three. */
final class PreflightTest {

    @TempDir
    private Path folder;

    private FakeProc proc;

    @BeforeEach
    void makeProc() {
        proc = new FakeProc(folder);
    }

    private Obstacle look(long pid) {
        return new Preflight(proc.program("attach", "4")).look(proc.table().find(pid), "4");
    }

    private void assertRefused(Obstacle obstacle, int exitCode, String note, String why, String next) {
        assertThat(obstacle).isNotNull();
        Refusal refusal = obstacle.refusal("cannot attach to 4");
        assertThat(obstacle.note()).isEqualTo(note);
        assertThat(refusal).hasMessage("cannot attach to 4: " + why);
        assertThat(refusal.next()).startsWith(next);
        assertThat(refusal.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void look_ordinaryJvm_isFree() {
        proc.jvm(4);

        assertThat(look(4)).isNull();
    }

    @Test
    void look_noJvm_saysWhatTheSignalWouldDo() {
        proc.other(4);

        assertRefused(
                look(4),
                3,
                "not a JVM",
                "it is not a JVM, and the signal that attaching begins with would kill it",
                "java -jar ");
    }

    @Test
    void look_zombie_isGone() {
        proc.jvm(4).status("State", "Z (zombie)");

        assertRefused(look(4), 3, "gone", "it has ended", "java -jar ");
    }

    @Test
    void look_stoppedJvm_saysHowToLetItGoOn() {
        proc.jvm(4).status("State", "T (stopped)");

        assertRefused(
                look(4),
                7,
                "stopped",
                "it is stopped (SIGSTOP, Ctrl-Z), so that it would not answer",
                "kill -CONT 4 && java -jar ");
    }

    @Test
    void look_jvmUnderADebugger_isNotContinued() {
        proc.jvm(4).status("State", "t (tracing stop)");

        assertRefused(
                look(4),
                7,
                "held by a debugger",
                "a debugger or tracer holds it, so that it would not answer",
                "let the debugger go on or leave, then: java -jar ");
    }

    @Test
    void look_anotherUsers_namesTheUser() {
        proc.jvm(1).status("Uid", "5\t5\t5\t5");
        proc.jvm(4).status("Uid", "99999\t99999\t99999\t99999");

        assertRefused(
                look(4),
                4,
                "runs as #99999",
                "it runs as #99999, and only the same user and group, or root, may attach",
                "sudo -u '#99999' /");
    }

    @Test
    void look_sameUserInAnotherGroup_namesTheGroup() {
        proc.jvm(1).status("Uid", "5\t5\t5\t5").status("Gid", "5\t5\t5\t5");
        proc.jvm(4).status("Uid", "5\t5\t5\t5").status("Gid", "6\t6\t6\t6");

        assertRefused(
                look(4),
                4,
                "group 6 only",
                "it runs in group 6, you in 5, and only the same user and group, or root, may attach",
                "sudo -u ");
    }

    @Test
    void look_rootAtAnotherUsers_isFree() {
        proc.jvm(4).status("Uid", "99999\t99999\t99999\t99999");

        assertThat(look(4)).isNull();
    }

    @Test
    void look_attachSwitchedOff_namesTheFlag() {
        proc.jvm(4).command("java", "-XX:+DisableAttachMechanism", "Main");

        assertRefused(
                look(4),
                5,
                "attach is switched off",
                "it was started with -XX:+DisableAttachMechanism",
                "start it with -javaagent:");
    }

    /** As with -Xrs on an embedded JVM, or in the first moments of any. */
    @Test
    void look_jvmThatWouldDieOfTheSignal_isLeftAlone() {
        proc.jvm(4).status("SigCgt", "0000000101001cc8");

        assertRefused(
                look(4),
                5,
                "does not listen",
                "it has no handler for SIGQUIT, so that the signal that attaching begins with would kill it"
                        + " (a JVM that is still starting, or one that another program embeds)",
                "in a few seconds: java -jar ");
    }

    /** A JVM with -Xrs listens from its start, and needs no signal. */
    @Test
    void look_jvmThatListensAlready_needsNoHandler() throws IOException {
        proc.jvm(1).status("Uid", own());
        proc.jvm(4)
                .status("Uid", own())
                .status("SigCgt", "0000000101001cc8")
                .status("NSpid", "4\t9")
                .file("root/tmp/.java_pid9", "");

        assertThat(look(4)).isNull();
    }

    /** Numbers come round again, and a JVM may not remove from /tmp what another user's process left there. */
    @Test
    void look_socketOfAnotherUser_saysWhatToRemove() throws IOException {
        String other = own().replaceAll("\\d+", "4711");
        proc.jvm(1).status("Uid", other);
        proc.jvm(4).status("Uid", other).file("root/tmp/.java_pid4", "");

        String socket = folder.resolve("4/root/tmp/.java_pid4").toString();
        assertRefused(
                look(4),
                1,
                "barred by " + socket,
                "an earlier process of its number, another user's, left " + socket
                        + " behind, where it would listen for us",
                "sudo rm " + socket + " && java -jar ");
    }

    /** As in {@code status}: the user who runs the tests. */
    private String own() throws IOException {
        String uid = Files.getAttribute(folder, "unix:uid").toString();
        return String.join("\t", uid, uid, uid, uid);
    }

    @Test
    void lookAtLoading_switchedOff_namesTheFlag() {
        proc.jvm(4).command("java", "-XX:-EnableDynamicAgentLoading", "Main");
        Preflight preflight = new Preflight(proc.program("attach", "4"));

        assertThat(preflight.look(proc.table().find(4), "4")).isNull();
        assertRefused(
                preflight.lookAtLoading(proc.table().find(4)),
                5,
                "loading agents is switched off",
                "it was started with -XX:-EnableDynamicAgentLoading",
                "start it with -javaagent:");
    }
}
