package dev.headcount.agent;

import dev.headcount.agent.boot.Foundation;
import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.Mode;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.instrument.HookTransformer;
import dev.headcount.agent.loop.EventLog;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.loop.WriteGate;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Registry;
import dev.headcount.bridge.Bridge;
import java.lang.instrument.Instrumentation;

/**
 * The agent inside the isolated loader: where the rooms are tied together.
 *
 * <p>Prohibition: no lambda or method reference is linked between the attach and the first resize. Each has the JDK
 * generate a class, and what the JIT then keeps of that code outlives us: eleven of them left 0.3 MB in ten rounds.
 */
final class Agent {

    private final Instrumentation instrumentation;
    private final Foundation ground;
    private final Reply reply;
    private Supervisor supervisor;

    Agent(Instrumentation instrumentation, Foundation ground, Reply reply) {
        this.instrumentation = instrumentation;
        this.ground = ground;
        this.reply = reply;
    }

    /**
     * Starts the agent.
     *
     * @param arguments what stood behind {@code =} in {@code -javaagent} or came with the attach; may be null
     * @param attached whether a tool loaded us into a running JVM: then a bad option installs nothing
     * @return null when the agent runs; empty when it was told not to; else one line that says what is wrong
     */
    String start(String arguments, boolean attached) {
        Settings settings = attached ? Settings.read(arguments) : Settings.begin(arguments);
        if (attached && settings.problem() != null) {
            return settings.problem();
        }
        if (settings.mode() == Mode.OFF) {
            return attached ? settings.origin(Key.MODE) + " says off, so there is nothing to attach for" : "";
        }
        if (!attached && !settings.isUnread()) {
            sayWhyItOnlyObserves(settings);
        }
        return install(settings, attached);
    }

    static void sayWhyItOnlyObserves(Settings settings) {
        if (settings.problem() != null) {
            say(settings.problem() + "; only observing");
        } else if (System.getSecurityManager() != null && settings.mode() == Mode.AUTO) {
            say("a SecurityManager is in force, and new workers would inherit our access rights; only observing");
        }
    }

    private String install(Settings settings, boolean attached) {
        HookTransformer transformer = new HookTransformer();
        transformer.warmUp();
        Registry registry = new Registry();
        if (attached) {
            try {
                registry.prepare();
            } catch (IllegalStateException unknown) {
                return unknownJdk(unknown.getMessage());
            }
        }
        Hooks hooks = new Hooks(registry);
        hooks.warmUp();
        Bridge.install(hooks);
        boolean isIn = false;
        try {
            instrumentation.addTransformer(transformer, /* canRetransform= */ true);
            String failure = transformer.retransformLoaded(instrumentation);
            if (failure != null) {
                return unknownJdk(failure);
            }
            if (attached) {
                registry.findLive(ground);
            }
            Configuration configuration = new Configuration(settings, System.currentTimeMillis());
            TickLoop loop = new TickLoop(registry, configuration, new WriteGate(configuration, ground), new EventLog());
            Thread main = attached ? null : Thread.currentThread();
            supervisor =
                    new Supervisor(instrumentation, transformer, hooks, registry, loop, configuration, main, reply);
            supervisor.start();
            isIn = true;
            return null;
        } finally {
            if (!isIn) { // half an agent must not listen while its loader closes
                Uninstall.hooks(instrumentation, transformer);
            }
        }
    }

    private static String unknownJdk(String why) {
        return "this JDK is not known to the agent (" + why + "), so nothing is measured";
    }

    /** Answers a tool that attached to this JVM again. */
    void tell(Reply toWhom) {
        if (supervisor != null) {
            supervisor.tell(toWhom);
        }
    }

    static void say(String line) {
        System.err.println("headcount: " + line.replace('\r', ' ').replace('\n', ' '));
    }
}
