package dev.headcount.cli;

import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a command on a thread of its own, and gives up on it when its time is over.
 *
 * <p>The attach API and RMI may hang for ever on a JVM that has been stopped, and cannot be interrupted: the thread
 * is a daemon and is left behind.
 * Threads: the command's writes the step, ours reads it.
 */
final class TimeLimit {

    private volatile String step = "beginning";

    /** What the command is at, for the message when its time is over: {@code attaching to 4711}. */
    void at(String nextStep) {
        step = nextStep;
    }

    <T> T within(Duration longest, String next, Callable<T> command) throws Exception {
        FutureTask<T> task = new FutureTask<>(command);
        Thread thread = new Thread(task, "command");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception ? (Exception) failed.getCause() : failed;
        } catch (TimeoutException over) {
            throw new Refusal(ExitCode.TIMED_OUT, "gave up after " + DurationText.of(longest) + " while " + step, next);
        }
    }
}
