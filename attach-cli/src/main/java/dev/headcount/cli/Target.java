package dev.headcount.cli;

import dev.headcount.cli.attach.AttachedJvm;
import dev.headcount.cli.attach.Door;
import dev.headcount.cli.attach.JvmFinder;
import dev.headcount.cli.attach.Obstacle;
import dev.headcount.cli.attach.Preflight;
import dev.headcount.cli.jmx.Bean;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.process.ThisProgram;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The JVM that a command is about, and the ways to it. */
final class Target {

    /** An agent from the command line shows its beans a second after its first client; a loaded machine takes longer. */
    private static final long BEANS_MILLIS = 10_000;

    /** For a JVM too old to name its threads, where only missing beans tell that there is no agent. */
    private static final long DOUBT_MILLIS = 2_500;

    private static final String TALK = "cannot talk to";

    static final String POOL = "The pool's name, or a part of it that no other pool has";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "PID",
            description = "Process id, or a part of the main class or jar that no other JVM here has")
    private String asked;

    private JvmProcess process;
    private ThisProgram program;
    private String token;

    Context context() {
        return ((Main) command.root().userObject()).context();
    }

    ThisProgram program() {
        return program == null ? context().program : program;
    }

    /** From here on, what is to be tried next is another command than the one that was given. */
    void goOnAs(String... words) {
        program = new ThisProgram(context().processes.self(), words);
    }

    /** The same process at every call. */
    JvmProcess process() {
        if (process == null) {
            process = new JvmFinder(context().processes, program()).find(asked);
        }
        return process;
    }

    /** Attaches, after a look whether that does harm. {@code what}: as in {@code cannot attach to}. */
    AttachedJvm open(String what) {
        refuseAt(new Preflight(program()).look(process(), asked), what);
        context().timeLimit.at("attaching to " + process());
        return new Door(context().attachApi(), program()).open(process());
    }

    void refuseAt(Obstacle obstacle, String what) {
        if (obstacle != null) {
            throw obstacle.refusal(what + " " + process());
        }
    }

    /** The agent that is in there, ready to take orders in the name of who runs this command. */
    RemoteAgent agentForWriting() throws Exception {
        RemoteAgent agent = agent();
        try {
            agent.open(token == null ? "" : token, program().process().user());
            return agent;
        } catch (RuntimeException refused) {
            agent.close();
            throw refused;
        }
    }

    /** The agent that is in there. */
    RemoteAgent agent() throws Exception {
        refuseAt(new Preflight(program()).look(process(), asked), TALK);
        if (!process().hasAgent() && process().namesItsThreads()) {
            throw notIn();
        }
        String address;
        try (AttachedJvm jvm = open(TALK)) {
            address = connectorAddress(jvm);
            token = jvm.writeToken();
        }
        return agent(address);
    }

    /** The beans behind {@code address}, which {@link #connectorAddress} gave. */
    RemoteAgent agent(String address) throws Exception {
        RemoteAgent agent = connect(address);
        context().timeLimit.at("waiting for the beans of Headcount in " + process());
        if (!agent.awaitBeans(process().hasAgent() ? BEANS_MILLIS : DOUBT_MILLIS)) {
            agent.close();
            throw process().hasAgent()
                    ? new Refusal(
                            ExitCode.FAILED,
                            "Headcount is in " + process() + ", but its beans are not (the application may have"
                                    + " replaced the platform MBean server, or Headcount is just coming or leaving)",
                            program().again())
                    : notIn();
        }
        return agent;
    }

    private Refusal notIn() {
        return new Refusal(
                ExitCode.NOT_THERE,
                "Headcount is not in " + process(),
                program().command("attach", Long.toString(process().pid())));
    }

    /** The pool that a command is about. */
    Bean pool(RemoteAgent agent, String askedPool) throws IOException {
        return agent.pool(
                askedPool, program().command("pools", Long.toString(process().pid())));
    }

    String connectorAddress(AttachedJvm jvm) {
        context().timeLimit.at("starting the JMX connector of " + process());
        String why = "it answered nothing";
        try {
            String address = jvm.connectorAddress();
            if (address != null) {
                return address;
            }
        } catch (Exception failure) {
            why = String.valueOf(failure.getMessage());
        }
        throw new Refusal(
                ExitCode.FAILED,
                "cannot talk to " + process() + ": its Java starts no local JMX connector (" + why
                        + "), as in an image without the module jdk.management.agent",
                "give it that module; attach --no-jmx works without, and then sizes pools on its own");
    }

    private RemoteAgent connect(String address) throws Exception {
        context().timeLimit.at("connecting to the JMX connector of " + process());
        if (!process().sharesNetworkWith(program().process())) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "cannot talk to " + process() + ": it has a network of its own, as containers do, where its JMX"
                            + " connector listens on 127.0.0.1",
                    "nsenter -t " + process().pid() + " -n " + program().againWith(ThisProgram.ownJava()));
        }
        try {
            return RemoteAgent.connect(
                    address, new NextStep(program(), process().pid()));
        } catch (IOException failure) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "cannot talk to " + process() + ": its JMX connector does not answer (" + failure.getMessage()
                            + ")",
                    program().again());
        }
    }
}
