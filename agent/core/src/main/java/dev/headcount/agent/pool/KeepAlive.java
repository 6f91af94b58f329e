package dev.headcount.agent.pool;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Shortens the idle expiry of a pool that we have grown, when asked to, and gives it back.
 *
 * <p>Without it, workers that shrinking made superfluous linger for the application's own keep-alive.
 * A keep-alive that is 0 or shorter already is left alone; one that the application changed is its own.
 * Threads: whoever holds the resizer's lock.
 */
final class KeepAlive {

    private final ExecutorFields fields;
    private long expiryNanos;
    private long setNanos;
    private long applicationsNanos;
    private boolean isOurs;

    KeepAlive(ExecutorFields fields) {
        this.fields = fields;
    }

    /** 0 leaves every keep-alive as it is. From now on; a keep-alive that is ours already stays what it is until it is given back. */
    void expiry(long nanos) {
        expiryNanos = nanos;
    }

    void follow(ThreadPoolExecutor executor, boolean isGrown) {
        if (expiryNanos == 0 || fields.isShutdown(executor)) {
            return;
        }
        long now = fields.keepAliveNanos(executor);
        if (isGrown && !isOurs && now > expiryNanos) {
            applicationsNanos = now;
            setNanos = expiryNanos;
            isOurs = true;
            executor.setKeepAliveTime(setNanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Gives the application's value back, once the superfluous workers have left. */
    void giveBack(ThreadPoolExecutor executor) {
        if (isOurs && fields.keepAliveNanos(executor) == setNanos) {
            executor.setKeepAliveTime(applicationsNanos, TimeUnit.NANOSECONDS);
        }
        isOurs = false;
    }
}
