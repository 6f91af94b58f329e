package dev.headcount.agent;

import dev.headcount.agent.config.Settings;
import java.lang.instrument.Instrumentation;

/** The agent inside the isolated loader: what the launcher hands over to. */
public final class Agent {

    private static Settings settings;

    private Agent() {}

    /**
     * Starts the agent.
     *
     * @param arguments what stood behind {@code =} in {@code -javaagent} or came with the attach; may be null
     * @param attached whether a tool loaded us into a running JVM: then a bad option installs nothing
     * @return null when the agent runs, else one line that says what is wrong
     */
    public static String start(Instrumentation instrumentation, String arguments, boolean attached) {
        settings = Settings.read(arguments);
        if (settings.problem() != null) {
            if (attached) {
                return settings.problem();
            }
            System.err.println("headcount: " + settings.problem() + "; only observing");
        }
        return null;
    }
}
