package dev.headcount.agent.extension;

import java.util.HashSet;
import java.util.Set;

/**
 * Who is in the deciders of one extension just now, and who was given up there.
 *
 * <p>Law: a call that was given up ends its thread's part in the pool: when it comes back, {@link #leave} throws.
 * While one has not come back, {@link #enter} throws, for every pool of the extension: what has hung for one would
 * hang for the next, and cost each time as long as it takes to notice.
 * Threads: any. One that leaves and one that gives it up at the same moment agree on which of the two it was.
 */
final class Calls {

    private final Set<Thread> inside = new HashSet<>();
    private final Set<Thread> givenUp = new HashSet<>();

    synchronized boolean enter() {
        return givenUp.isEmpty() && inside.add(Thread.currentThread());
    }

    /** @throws IllegalStateException if it was given up: somebody else has the pool by now */
    synchronized void leave() {
        if (!inside.remove(Thread.currentThread())) {
            givenUp.remove(Thread.currentThread());
            throw new IllegalStateException("came back too late");
        }
    }

    /** Gives {@code thread} up, and interrupts it, which may help; false when it is not inside. */
    synchronized boolean giveUp(Thread thread) {
        if (!inside.remove(thread)) {
            return false;
        }
        givenUp.add(thread);
        thread.interrupt();
        return true;
    }
}
