package dev.headcount.agent;

import dev.headcount.agent.boot.Foundation;
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
        return problem != null ? problem : Agent.start(instrumentation, (String) from[1], (Boolean) from[2]);
    }
}
