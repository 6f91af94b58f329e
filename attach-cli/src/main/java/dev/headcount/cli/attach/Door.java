package dev.headcount.cli.attach;

import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.process.ThisProgram;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;

/** Opens the attach API to one JVM, or says why it stays shut. */
public final class Door {

    private final AttachApi api;
    private final ThisProgram program;

    public Door(AttachApi api, ThisProgram program) {
        this.api = api;
        this.program = program;
    }

    /** Call {@link Preflight} first. */
    public AttachedJvm open(JvmProcess target) {
        if (!api.isAvailable()) {
            throw withoutApi(target);
        }
        try {
            return api.attach(target);
        } catch (Exception failure) {
            throw refusal(target, failure);
        }
    }

    private Refusal withoutApi(JvmProcess target) {
        String jar = program.folder().resolve(AgentJar.NAME).toString();
        return new Refusal(
                ExitCode.ATTACH_OFF,
                "cannot attach to " + target + ": the Java that runs this command (" + System.getProperty("java.home")
                        + ") is a JRE without the attach API",
                "the same with the java of a JDK; without one: jattach " + target.pid() + " load instrument false "
                        + ThisProgram.quoted(jar) + " ; or start it with -javaagent:" + jar);
    }

    private Refusal refusal(JvmProcess target, Exception failure) {
        String text = String.valueOf(failure.getMessage());
        String what = "cannot attach to " + target + ": ";
        if (target.isGone() || text.contains("No such process")) {
            return new Refusal(ExitCode.NOT_THERE, what + "it has ended", program.command("list"));
        }
        if (text.contains("not secure") || text.contains("ermission denied") || text.contains("not permitted")) {
            return new Refusal(
                    ExitCode.NO_PERMISSION,
                    what + "the system does not let this user in (" + text + ")",
                    "sudo -u " + ThisProgram.quoted(target.user()) + " " + program.againWith(ThisProgram.ownJava()));
        }
        if (text.contains("not respond") || text.contains("socket file")) {
            return new Refusal(
                    ExitCode.TIMED_OUT,
                    what + "it did not answer (" + text + ")",
                    program.command("list") + ", which notes what holds it; then " + program.again());
        }
        return new Refusal(
                failure.getClass().getSimpleName().equals("AttachNotSupportedException")
                        ? ExitCode.ATTACH_OFF
                        : ExitCode.FAILED,
                what + text,
                "start it with -javaagent:" + program.folder().resolve(AgentJar.NAME));
    }
}
