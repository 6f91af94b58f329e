package dev.headcount.agent;

import dev.headcount.agent.boot.Foundation;
import dev.headcount.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.util.function.Function;

/**
 * Where the launcher enters the isolated loader: lays the ground, then starts the agent.
 *
 * <p>The launcher and the agent have no class of ours in common, so it is a function of the JDK's from
 * {@code {Instrumentation, String arguments, Boolean attached, String[] names, byte[][] classes}} to null
 * or one line that says why the agent does not run.
 */
public final class Entry implements Function<Object[], String> {

    @Override
    public String apply(Object[] from) {
        Instrumentation instrumentation = (Instrumentation) from[0];
        String problem = Foundation.lay(instrumentation, (String[]) from[3], (byte[][]) from[4]);
        return problem != null ? problem : start(instrumentation, (String) from[1], (Boolean) from[2]);
    }

    private static String start(Instrumentation instrumentation, String arguments, boolean attached) {
        boolean returned = false;
        try {
            String problem = Agent.start(instrumentation, arguments, attached);
            returned = true;
            return problem;
        } finally {
            if (!returned) {
                Bridge.install(null); // half an agent must not listen while its loader closes
            }
        }
    }
}
