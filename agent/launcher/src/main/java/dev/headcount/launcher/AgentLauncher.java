package dev.headcount.launcher;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

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
            sayWithout(Failure.describe(failure));
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

    private static String handOver(
            IsolatedLoader loader, AgentJar jar, String arguments, Instrumentation instrumentation, boolean attached)
            throws Throwable {
        try {
            Object problem = loader.loadClass("dev.headcount.agent.boot.Foundation")
                    .getMethod("lay", Instrumentation.class, String[].class, byte[][].class)
                    .invoke(null, instrumentation, jar.bridgeNames(), jar.bridgeClasses());
            if (problem == null) {
                problem = loader.loadClass("dev.headcount.agent.Agent")
                        .getMethod("start", Instrumentation.class, String.class, boolean.class)
                        .invoke(null, instrumentation, arguments, attached);
            }
            return (String) problem;
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        }
    }

    private static String quoted(String arguments) {
        return arguments == null || arguments.isEmpty() ? "" : " with \"" + arguments + '"';
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
