package dev.headcount.agent.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * The last events, for outputs to fetch at their own pace; bounded, so that who never fetches costs nothing.
 *
 * <p>Threads: any. Never used on an application's thread.
 */
public final class EventLog {

    private static final int KEPT = 512;

    private final Event[] events = new Event[KEPT];
    private long next = 1;

    public synchronized void add(Event.Type type, String pool, String text) {
        long sequence = next++;
        events[(int) (sequence % KEPT)] = new Event(sequence, System.currentTimeMillis(), type, pool, text);
    }

    /** The events after {@code sequence}, oldest first, as far as they are still there. */
    public synchronized List<Event> after(long sequence) {
        List<Event> found = new ArrayList<>();
        for (long at = Math.max(sequence + 1, next - KEPT); at < next; at++) {
            Event event = events[(int) (at % KEPT)];
            if (event != null) {
                found.add(event);
            }
        }
        return found;
    }
}
