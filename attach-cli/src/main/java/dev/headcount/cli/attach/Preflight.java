package dev.headcount.cli.attach;

import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.process.ThisProgram;
import dev.headcount.cli.refusal.ExitCode;
import java.nio.file.Path;

/**
 * Looks, before any signal, whether the attach API would reach a process without harm.
 *
 * <p>Law: the API asks a JVM to listen by sending it SIGQUIT. A process without a handler dies of that; a JVM that
 * is not listening for us writes its stacks to the application's output; a stopped one lets the API hang. Each of
 * these is seen here first.
 * Blind to: flags in files that the JVM found by itself, and to what changes between the look and the attach.
 */
public final class Preflight {

    private static final String OFF = "-XX:+DisableAttachMechanism";
    private static final String NOT_OFF = "-XX:-DisableAttachMechanism";
    private static final String NO_LOADING = "-XX:-EnableDynamicAgentLoading";
    private static final String LOADING = "-XX:+EnableDynamicAgentLoading";

    /** JDK 8 looks for the attach files of a container in its own /tmp, under the wrong number. */
    private static final int SEES_CONTAINERS = 9;

    private static final int ROOT = 0;

    private final ThisProgram program;

    public Preflight(ThisProgram program) {
        this.program = program;
    }

    /** What keeps us from talking to {@code target}; {@code null} when nothing does. {@code asked}: as the user named it. */
    public Obstacle look(JvmProcess target, String asked) {
        if (target.isGone()) {
            return new Obstacle(ExitCode.NOT_THERE, "gone", "it has ended", program.command("list"));
        }
        if (!target.isJvm()) {
            return new Obstacle(
                    ExitCode.NOT_THERE,
                    "not a JVM",
                    "it is not a JVM, and the signal that attaching begins with would kill it",
                    program.command("list"));
        }
        boolean isApart = target.isInPidNamespace() || !target.sharesTmpWith(program.process());
        boolean isOutOfSight = isApart && program.javaFeature() < SEES_CONTAINERS;
        Obstacle permission = permission(target);
        // Root on JDK 8 has both obstacles before a container; another user would not get round this one either.
        if (permission != null && !(isOutOfSight && program.process().uid() == ROOT)) {
            return permission;
        }
        if (target.isStopped()) {
            return stopped(target);
        }
        if (isOutOfSight) {
            return container(target, asked);
        }
        return off(target);
    }

    private Obstacle permission(JvmProcess target) {
        JvmProcess own = program.process();
        boolean isSame = own.uid() == target.uid() && own.gid() == target.gid();
        boolean isRootThatMay = own.uid() == ROOT && program.javaFeature() > 8;
        if (isSame || isRootThatMay) {
            return null;
        }
        boolean isSameUser = own.uid() == target.uid();
        String user = target.user();
        String again = program.againWith(ThisProgram.ownJava());
        return new Obstacle(
                ExitCode.NO_PERMISSION,
                isSameUser ? "group " + target.gid() + " only" : "runs as " + user,
                (isSameUser ? "it runs in group " + target.gid() + ", you in " + own.gid() : "it runs as " + user)
                        + (own.uid() == ROOT
                                ? ", and JDK 8 lets not even root in"
                                : ", and only the same user and group, or root, may attach"),
                own.uid() == ROOT
                        ? "setpriv --reuid=" + target.uid() + " --regid=" + target.gid() + " --clear-groups " + again
                        : "sudo -u " + ThisProgram.quoted(user) + (isSameUser ? " -g '#" + target.gid() + "'" : "")
                                + " " + again);
    }

    private Obstacle stopped(JvmProcess target) {
        return target.isTraced()
                ? new Obstacle(
                        ExitCode.TIMED_OUT,
                        "held by a debugger",
                        "a debugger or tracer holds it, so that it would not answer",
                        "let the debugger go on or leave, then: " + program.again())
                : new Obstacle(
                        ExitCode.TIMED_OUT,
                        "stopped",
                        "it is stopped (SIGSTOP, Ctrl-Z), so that it would not answer",
                        "kill -CONT " + target.pid() + " && " + program.again());
    }

    private Obstacle container(JvmProcess target, String asked) {
        String java = target.javaHome() == null ? "java" : target.javaHome() + "/bin/java";
        String user = target.uid() == ROOT ? "" : " -S " + target.uid() + " -G " + target.gid();
        return new Obstacle(
                ExitCode.ATTACH_OFF,
                "apart (container), needs JDK 9+ here",
                "it runs in a container or has a /tmp of its own, and JDK 8, which runs this command, finds no way in",
                "run this with a JDK of 9 or later; or, inside: cp "
                        + ThisProgram.quoted(program.folder().toString()) + "/headcount*.jar /proc/" + target.pid()
                        + "/root/tmp/ && " + (program.process().uid() == ROOT ? "" : "sudo ") + "nsenter -t "
                        + target.pid() + " -m -n -p -r -w" + user + " -- "
                        + program.againAbout(asked, target.innerPid(), java, "/tmp/headcount.jar"));
    }

    private Obstacle off(JvmProcess target) {
        if (OFF.equals(target.lastOf(OFF, NOT_OFF))) {
            return new Obstacle(
                    ExitCode.ATTACH_OFF,
                    "attach is switched off",
                    "it was started with " + OFF,
                    "start it with -javaagent:" + program.folder().resolve(AgentJar.NAME)
                            + ", or without that flag; a JMX port of its own then shows the beans");
        }
        if (target.leftSocket() != null) {
            return left(target.leftSocket());
        }
        if (!target.catchesQuit() && !target.hasAttachSocket()) {
            return new Obstacle(
                    ExitCode.ATTACH_OFF,
                    "does not listen",
                    "it has no handler for SIGQUIT, so that the signal that attaching begins with would kill it"
                            + " (a JVM that is still starting, or one that another program embeds)",
                    "in a few seconds: " + program.again() + "; or start it with -javaagent:"
                            + program.folder().resolve(AgentJar.NAME));
        }
        return null;
    }

    private Obstacle left(Path socket) {
        return new Obstacle(
                ExitCode.FAILED,
                "barred by " + socket,
                "an earlier process of its number, another user's, left " + socket
                        + " behind, where it would listen for us",
                (program.process().uid() == ROOT ? "" : "sudo ") + "rm " + ThisProgram.quoted(socket.toString())
                        + " && " + program.again());
    }

    /** What keeps an agent from being loaded into {@code target}, which can be talked to; {@code null} when nothing. */
    public Obstacle lookAtLoading(JvmProcess target) {
        return NO_LOADING.equals(target.lastOf(NO_LOADING, LOADING))
                ? new Obstacle(
                        ExitCode.ATTACH_OFF,
                        "loading agents is switched off",
                        "it was started with " + NO_LOADING,
                        "start it with -javaagent:" + program.folder().resolve(AgentJar.NAME)
                                + ", or without that flag")
                : null;
    }
}
