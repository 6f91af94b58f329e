package dev.headcount.launcher;

/** Says in one line, for the person who started the application, why the agent could not start. */
final class Failure {

    private Failure() {}

    static String describe(Throwable failure) {
        if (failure instanceof WrongJar) {
            return failure.getMessage();
        }
        // Its usual subclass, AccessControlException, is on its way out of the JDK.
        if (failure instanceof SecurityException) {
            return "the SecurityManager refuses (" + failure.getMessage()
                    + "); grant java.security.AllPermission to headcount-agent.jar in its policy";
        }
        StackTraceElement[] frames = failure.getStackTrace();
        return "could not start (" + failure + (frames.length == 0 ? ")" : " at " + frames[0] + ")");
    }
}
