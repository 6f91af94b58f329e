package dev.headcount.cli.attach;

import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.process.ThisProgram;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Loads the agent into a JVM and waits for the agent's own word.
 *
 * <p>Law: the arguments are {@code NONCE \n JAR \n OPTIONS}; a word counts that begins with the nonce. What
 * {@code loadAgent} throws counts only where no word comes within {@link #SILENCE_MILLIS}: JDKs of different
 * versions misread each other's answers.
 * Time: waits for as long as the agent says that it is starting; the caller brings the time-out.
 */
public final class AgentLoading {

    /** From a failed load to a word; the agent writes its first one before the load returns, in most cases. */
    private static final long SILENCE_MILLIS = 2_000;

    private static final long LOOK_MILLIS = 50;

    private final AttachedJvm jvm;
    private final JvmProcess target;
    private final ThisProgram program;

    public AgentLoading(AttachedJvm jvm, JvmProcess target, ThisProgram program) {
        this.jvm = jvm;
        this.target = target;
        this.program = program;
    }

    /** The word of an agent that was attached earlier; {@code null} when there is none. */
    public static AgentWord earlier(AttachedJvm jvm) throws Exception {
        return AgentWord.parse(jvm.property(AgentWord.PROPERTY));
    }

    /** @param options the agent's own, as behind {@code -javaagent:JAR=} */
    public AgentWord load(AgentJar jar, String options) throws Exception {
        String nonce = new BigInteger(64, new SecureRandom()).toString(36);
        Exception doubt = null;
        try {
            jvm.load(jar.path(), nonce + '\n' + jar.path() + '\n' + options);
        } catch (Exception claim) {
            doubt = claim;
        }
        long loaded = System.nanoTime();
        while (true) {
            AgentWord word = earlier(jvm);
            boolean isOurs = word != null && word.isAbout(nonce);
            if (isOurs && word.state() == AgentWord.State.FAILED) {
                throw refusedBecause(word.reason());
            }
            if (isOurs && word.state() != AgentWord.State.STARTING) {
                return word;
            }
            if (doubt != null && !isOurs && System.nanoTime() - loaded > SILENCE_MILLIS * 1_000_000) {
                throw refusal(doubt);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Refusal refusedBecause(String reason) {
        return new Refusal(
                ExitCode.AGENT_REFUSED,
                "Headcount is not in " + target + ", the agent refused: " + reason,
                program.command("attach", Long.toString(target.pid())) + ", with what it names put right");
    }

    private Refusal refusal(Exception doubt) {
        String text = String.valueOf(doubt.getMessage());
        if (text.contains("ynamic agent loading is not enabled")) {
            return new Refusal(
                    ExitCode.ATTACH_OFF,
                    "Headcount is not in " + target + ": loading agents is switched off in it",
                    "start it with -javaagent:" + program.folder().resolve(AgentJar.NAME)
                            + ", or without -XX:-EnableDynamicAgentLoading");
        }
        return new Refusal(
                ExitCode.AGENT_REFUSED,
                "Headcount is not in " + target + ": the agent could not begin, and the JVM says only: " + text,
                "look at the last lines that " + target.pid() + " wrote to its stderr");
    }
}
