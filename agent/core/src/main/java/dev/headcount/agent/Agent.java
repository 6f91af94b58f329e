package dev.headcount.agent;

import dev.headcount.agent.config.Mode;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.instrument.HookTransformer;
import dev.headcount.agent.loop.EventLog;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Registry;
import dev.headcount.bridge.Bridge;
import java.lang.instrument.Instrumentation;

/** The agent inside the isolated loader: what the launcher hands over to, and where the rooms are tied together. */
public final class Agent {

    private Agent() {}

    /**
     * Starts the agent.
     *
     * @param arguments what stood behind {@code =} in {@code -javaagent} or came with the attach; may be null
     * @param attached whether a tool loaded us into a running JVM: then a bad option installs nothing
     * @return null when the agent runs, else one line that says what is wrong
     */
    public static String start(Instrumentation instrumentation, String arguments, boolean attached) {
        Settings settings = Settings.read(arguments);
        if (settings.problem() != null) {
            if (attached) {
                return settings.problem();
            }
            say(settings.problem() + "; only observing");
        }
        if (settings.mode() == Mode.OFF) {
            return null;
        }
        if (System.getSecurityManager() != null && settings.mode() == Mode.AUTO) {
            say("a SecurityManager is in force, and new workers would inherit our access rights; only observing");
        }
        return install(instrumentation, settings, attached);
    }

    private static String install(Instrumentation instrumentation, Settings settings, boolean attached) {
        HookTransformer transformer = new HookTransformer();
        transformer.warmUp();
        Registry registry = new Registry();
        Hooks hooks = new Hooks(registry);
        hooks.warmUp();
        Bridge.install(hooks);
        instrumentation.addTransformer(transformer, /* canRetransform= */ true);
        String failure = transformer.retransformLoaded(instrumentation);
        if (failure != null) {
            Uninstall.hooks(instrumentation, transformer);
            return "this JDK is not known to the agent (" + failure + "), so nothing is measured";
        }
        TickLoop loop = new TickLoop(registry, settings, new EventLog());
        Thread main = attached ? null : Thread.currentThread();
        new Supervisor(instrumentation, transformer, hooks, registry, loop, settings, main).start();
        return null;
    }

    static void say(String line) {
        System.err.println("headcount: " + line.replace('\r', ' ').replace('\n', ' '));
    }
}
