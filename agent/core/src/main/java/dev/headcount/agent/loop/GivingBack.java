package dev.headcount.agent.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;

/** Gives the application's own sizes and keep-alives back when the agent leaves, for two seconds at most. */
final class GivingBack {

    private static final long MAX_NANOS = 2_000_000_000L;
    private static final long PAUSE_MILLIS = 20;

    private GivingBack() {}

    static void all(Collection<PoolControl> controls) {
        Collection<PoolControl> left = new ArrayList<>(controls);
        long stopNanos = System.nanoTime() + MAX_NANOS;
        while (!left.isEmpty() && stopNanos - System.nanoTime() > 0) {
            removeDone(left);
            pauseUnless(left.isEmpty());
        }
    }

    private static void removeDone(Collection<PoolControl> controls) {
        for (Iterator<PoolControl> each = controls.iterator(); each.hasNext(); ) {
            if (isDone(each.next())) {
                each.remove();
            }
        }
    }

    private static boolean isDone(PoolControl control) {
        try {
            return control.giveBack();
        } catch (RuntimeException | Error refused) {
            return true; // whatever its thread factory or a listener of its own throws; the others come all the same
        }
    }

    private static void pauseUnless(boolean isDone) {
        try {
            Thread.sleep(isDone ? 0 : PAUSE_MILLIS);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }
}
