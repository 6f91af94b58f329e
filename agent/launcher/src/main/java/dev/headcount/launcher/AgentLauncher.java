package dev.headcount.launcher;

import java.lang.instrument.Instrumentation;

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
        launch(new Attachment(null, null, arguments), instrumentation, /* attached= */ false);
    }

    /** Called when a tool attaches to the running JVM. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        launch(Attachment.of(arguments), instrumentation, /* attached= */ true);
    }

    /** What a loader calls when it closes, so that nothing here keeps the agent that left alive. */
    static void forget(IsolatedLoader closed) {
        synchronized (LOCK) {
            if (running == closed) {
                running = null;
            }
        }
    }

    private static void launch(Attachment asked, Instrumentation instrumentation, boolean attached) {
        try {
            synchronized (LOCK) {
                if (running == null) {
                    start(asked, instrumentation, attached);
                } else if (asked.nonce == null) {
                    say("already running in this JVM; loaded again" + quoted(asked.options)
                            + ", which changes nothing");
                } else {
                    sayProblem(running.entry().apply(new Object[] {asked.nonce}));
                }
            }
        } catch (Throwable failure) {
            sayWithout(failure);
        }
    }

    private static void start(Attachment asked, Instrumentation instrumentation, boolean attached) throws Throwable {
        AgentJar jar = asked.jar == null ? AgentJar.ofLauncher() : AgentJar.at(asked.jar);
        IsolatedLoader loader = new IsolatedLoader(jar);
        String problem;
        try {
            problem = loader.entry().apply(new Object[] {
                instrumentation, asked.options, attached, asked.nonce, jar.bridgeNames(), jar.bridgeClasses()
            });
        } catch (Throwable failure) {
            loader.close();
            throw failure;
        }
        if (problem == null) {
            running = loader;
        } else {
            loader.close();
            sayProblem(problem);
        }
    }

    private static String quoted(String arguments) {
        return arguments == null || arguments.isEmpty() ? "" : " with \"" + arguments + '"';
    }

    /** @param problem null when there is none, empty when whoever attached has been told */
    private static void sayProblem(String problem) {
        if (problem != null && !problem.isEmpty()) {
            sayWithout(problem);
        }
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
