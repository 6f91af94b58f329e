package dev.headcount.launcher;

import java.lang.instrument.Instrumentation;
import java.util.function.Function;

/**
 * The door through which the JVM lets Headcount in: opens the isolated loader and hands over.
 *
 * <p>Law: nothing that goes wrong in here stops or alters the application; it gets one line on
 * stderr, and the application starts. Hence one {@code catch (Throwable)} at the rim.
 * Invariant: at most one agent runs in a JVM. The JVM loads this class through the system loader
 * only, whichever jar and option brought it, so the one static field below knows.
 * Prohibitions: nothing of {@code java.util.logging} (applications configure it after us), {@code
 * java.nio}, {@code javax.management} (creates the platform server before the application chose
 * its own), no executor, lambda or stream (each loads dozens of classes before {@code main}).
 */
public final class AgentLauncher {

    private static final Object LOCK = new Object();

    /** The agent that runs; null when none does or when it has left. Written under {@link #LOCK}. */
    private static IsolatedLoader running;

    private AgentLauncher() {}

    /** Called for {@code -javaagent}, before the application's {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        launch(arguments, instrumentation, /* attached= */ false);
    }

    /** Called when a tool attaches to the running JVM. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        launch(arguments, instrumentation, /* attached= */ true);
    }

    /** What a loader calls when it closes, so that nothing here keeps the agent that left alive. */
    static void forget(IsolatedLoader closed) {
        synchronized (LOCK) {
            if (running == closed) {
                running = null;
            }
        }
    }

    private static void launch(String arguments, Instrumentation instrumentation, boolean attached) {
        try {
            synchronized (LOCK) {
                if (running != null) {
                    say("already running in this JVM; loaded again" + quoted(arguments) + ", which changes nothing");
                } else {
                    start(arguments, instrumentation, attached);
                }
            }
        } catch (Throwable failure) {
            sayWithout(failure);
        }
    }

    private static void start(String arguments, Instrumentation instrumentation, boolean attached) throws Throwable {
        AgentJar jar = AgentJar.ofLauncher();
        IsolatedLoader loader = new IsolatedLoader(jar);
        String problem;
        try {
            problem = handOver(loader, jar, arguments, instrumentation, attached);
        } catch (Throwable failure) {
            loader.close();
            throw failure;
        }
        if (problem == null) {
            running = loader;
        } else {
            loader.close();
            sayWithout(problem);
        }
    }

    /**
     * Calls the one class of the agent that is known here by name, through an interface that both sides see.
     *
     * <p>A reflective call of a method with these parameters would make the JDK (18 and later) spin dozens of
     * classes for it; a constructor without parameters costs next to nothing.
     */
    @SuppressWarnings("unchecked")
    private static String handOver(
            IsolatedLoader loader, AgentJar jar, String arguments, Instrumentation instrumentation, boolean attached)
            throws Exception {
        Object entry =
                loader.loadClass("dev.headcount.agent.Entry").getConstructor().newInstance();
        return ((Function<Object[], String>) entry)
                .apply(new Object[] {instrumentation, arguments, attached, jar.bridgeNames(), jar.bridgeClasses()});
    }

    private static String quoted(String arguments) {
        return arguments == null || arguments.isEmpty() ? "" : " with \"" + arguments + '"';
    }

    private static void sayWithout(Throwable failure) {
        try {
            sayWithout(Failure.describe(failure));
        } catch (Throwable second) {
            // The rim: whatever describing it meets (no memory, no stack), the application starts.
        }
    }

    private static void sayWithout(String what) {
        say(what + "; the application runs without it");
    }

    private static void say(String line) {
        try {
            System.err.println("headcount: " + line.replace('\r', ' ').replace('\n', ' '));
        } catch (Throwable mute) {
            // Nobody can be told: stderr is broken. The application must not learn of that through us.
        }
    }
}
