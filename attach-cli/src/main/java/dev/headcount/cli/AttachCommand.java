package dev.headcount.cli;

import dev.headcount.cli.attach.AgentJar;
import dev.headcount.cli.attach.AgentLoading;
import dev.headcount.cli.attach.AgentWord;
import dev.headcount.cli.attach.AttachedJvm;
import dev.headcount.cli.attach.Preflight;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Loads the agent, once: a JVM that has one is left alone.
 *
 * <p>The JMX connector is started first, so that the pools' beans appear as soon as the agent is ready.
 */
@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description = "Put Headcount into a running JVM and show the pools that it finds.")
final class AttachCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private AgentOptions options;

    @Option(
            names = "--agent",
            paramLabel = "JAR",
            description = "The agent's jar, as the JVM sees it (default: headcount-agent.jar beside this program)")
    private Path jar;

    @Option(names = "--no-jmx", description = "Start no JMX connector in the JVM; its pools are then not shown")
    private boolean isWithoutJmx;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JvmProcess process = target.process();
        String arguments = options.text(target);
        boolean wasIn = process.hasAgent();
        AgentWord word;
        String address;
        try (AttachedJvm jvm = target.open("cannot attach to")) {
            if (wasIn) {
                address = isWithoutJmx ? null : connector(jvm);
                word = AgentLoading.earlier(jvm);
            } else {
                target.refuseAt(new Preflight(target.program()).lookAtLoading(process), "cannot attach to");
                AgentJar agent = AgentJar.checked(
                        jar == null ? target.program().folder().resolve(AgentJar.NAME) : jar,
                        process,
                        target.program());
                address = isWithoutJmx ? null : connector(jvm);
                target.context()
                        .timeLimit
                        .at("loading the agent into " + process + " (it may still come: status tells)");
                word = new AgentLoading(jvm, process, target.program()).load(agent, arguments);
            }
        }
        if (wasIn || word.state() == AgentWord.State.ALREADY) {
            tellAlready(word, !arguments.isEmpty());
        } else {
            spec.commandLine()
                    .getOut()
                    .println("Headcount " + word.version() + " is in " + process + ", mode " + word.mode() + ", "
                            + pools(word.pools()));
        }
        if (address != null) {
            showPools(address);
        }
        return ExitCode.DONE;
    }

    private static String pools(String count) {
        return count.equals("1") ? "1 pool" : count + " pools";
    }

    /** {@code null}, with a complaint, when there is none: the agent sizes pools without it. */
    private String connector(AttachedJvm jvm) {
        try {
            return target.connectorAddress(jvm);
        } catch (Refusal none) {
            complain(none);
            return null;
        }
    }

    /** {@code word} is null for an agent that was on the command line. */
    private void tellAlready(AgentWord word, boolean wereOptionsGiven) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Headcount " + (word == null ? "" : word.version() + " ") + "is already in " + target.process()
                + (word == null ? "" : ", mode " + word.mode()) + "; nothing was changed");
        String pid = Long.toString(target.process().pid());
        if (wereOptionsGiven) {
            out.println("  its options stay as they are; for these: "
                    + target.program().command("detach", pid) + " && "
                    + target.program().again());
        }
        String own = target.program().version();
        if (word != null && own != null && !own.equals(word.version())) {
            out.println("  this program brings " + own + "; to change: "
                    + target.program().command("detach", pid) + " && "
                    + target.program().command("attach", pid));
        }
    }

    /** The agent is in by now, whatever goes wrong here. */
    private void showPools(String address) throws Exception {
        target.goOnAs("pools", Long.toString(target.process().pid()));
        try (RemoteAgent agent = target.agent(address)) {
            PrintWriter out = spec.commandLine().getOut();
            if (agent.pools().isEmpty()) {
                out.println("no pool so far: each shows at its first task");
            } else {
                out.println();
                out.print(PoolsCommand.table(agent));
            }
            out.flush();
        } catch (Refusal unseen) {
            complain(unseen);
        }
    }

    private void complain(Refusal refusal) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("headcount: pools are not shown: " + refusal.getMessage());
        err.println("  next: " + refusal.next());
    }
}
