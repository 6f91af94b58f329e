package dev.headcount.agent;

/**
 * Tells whether the application's own main class is running yet, seen from the stack of the thread that
 * called {@code premain}: at its bottom stands the launcher until then.
 *
 * <p>Why: registering beans wakes {@code java.util.logging}, whose manager a main class may be about to choose.
 */
final class MainStart {

    private static final String[] LAUNCHERS = {"sun.launcher.", "sun.instrument.", "dev.headcount.launcher."};

    private Thread main;

    /** @param main null when the application has long begun */
    MainStart(Thread main) {
        this.main = main;
    }

    boolean hasHappened() {
        if (main == null) {
            return true;
        }
        if (!main.isAlive() || isBeyondLauncher(main.getStackTrace())) {
            main = null;
            return true;
        }
        return false;
    }

    private static boolean isBeyondLauncher(StackTraceElement[] stack) {
        if (stack.length == 0) {
            return false;
        }
        String bottom = stack[stack.length - 1].getClassName();
        for (String launcher : LAUNCHERS) {
            if (bottom.startsWith(launcher)) {
                return false;
            }
        }
        return true;
    }
}
