package dev.headcount.agent;

import dev.headcount.agent.boot.Foundation;
import java.lang.instrument.Instrumentation;
import java.util.function.Function;

/**
 * Where the launcher enters the isolated loader: lays the ground, then starts the agent.
 *
 * <p>The launcher and the agent have no class of ours in common, so it is a function of the JDK's. The first
 * call is {@code {Instrumentation, String arguments, Boolean attached, String nonce, String[] names, byte[][]
 * classes}}; each later one, when somebody attaches to the agent that runs, {@code {String nonce}}. Answers:
 * null when the agent runs; empty when it does not and whoever attached was told why; else the line to say.
 */
public final class Entry implements Function<Object[], String> {

    private Foundation ground;
    private Agent agent;

    @Override
    public String apply(Object[] from) {
        if (agent != null) {
            agent.tell(new Reply(ground.agentProperties(), (String) from[0]));
            return null;
        }
        Instrumentation instrumentation = (Instrumentation) from[0];
        ground = new Foundation(instrumentation);
        String problem = ground.lay((String[]) from[4], (byte[][]) from[5]);
        boolean attached = (Boolean) from[2];
        Reply reply = new Reply(attached ? ground.agentProperties() : null, (String) from[3]);
        if (problem == null) {
            reply.starting();
            agent = new Agent(instrumentation, ground, reply);
            problem = start((String) from[1], attached, reply);
        }
        return problem != null && !problem.isEmpty() && reply.failed(problem) ? "" : problem;
    }

    private String start(String arguments, boolean attached, Reply reply) {
        try {
            return agent.start(arguments, attached);
        } catch (RuntimeException | Error failure) {
            StackTraceElement[] frames = failure.getStackTrace();
            if (reply.failed("could not start (" + failure + (frames.length == 0 ? ")" : " at " + frames[0] + ")"))) {
                return "";
            }
            throw failure;
        }
    }
}
