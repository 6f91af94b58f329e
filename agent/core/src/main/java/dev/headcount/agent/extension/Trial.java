package dev.headcount.agent.extension;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs code of an extension while a configuration is read: on a thread of its own, and for two seconds at most.
 *
 * <p>Blind to: code that ignores being interrupted; it keeps a thread, a daemon, for as long as it likes.
 */
final class Trial {

    private static final int PATIENCE_SECONDS = 2;

    /** Longest piece of a stranger's text that is repeated, so that a line stays a line. */
    private static final int WORDS_MAX = 300;

    private Trial() {}

    /** @param what it is that runs, as the message is to call it */
    static <T> T of(String what, ClassLoader loader, Callable<T> code) throws BadExtension {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(null, task, "headcount-extension", 0);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            task.cancel(/* mayInterruptIfRunning= */ true);
            throw new BadExtension(what + " has not come back within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            throw new BadExtension(what + " was not waited for: the agent is leaving");
        } catch (ExecutionException threw) {
            if (threw.getCause() instanceof BadExtension) {
                throw (BadExtension) threw.getCause();
            }
            throw new BadExtension(what + " threw " + words(threw.getCause()));
        }
    }

    /** A stranger's exception in words, even when that throws, too. */
    static String words(Throwable failure) {
        try {
            return line(failure.toString());
        } catch (Throwable worse) { // its message is its own code
            return failure.getClass().getName();
        }
    }

    /** A stranger's text in one line, not too long. */
    static String line(String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() > WORDS_MAX ? line.substring(0, WORDS_MAX) + "..." : line;
    }
}
