package dev.headcount.agent;

/**
 * Threads of ours: daemons in the root group, where no application looks for its own, with the agent's
 * loader as context and no inherited word to say to the application's uncaught-exception handler.
 */
final class OwnThread {

    private OwnThread() {}

    static Thread start(String name, Runnable action) {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread thread = new Thread(root, action, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnThread.class.getClassLoader());
        thread.setUncaughtExceptionHandler(new Silent());
        thread.start();
        return thread;
    }

    /** Each of our threads catches at its own rim; what passes that is a dying JVM. */
    private static final class Silent implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            // Not the application's to hear of; the supervisor sees that the thread is gone.
        }
    }
}
