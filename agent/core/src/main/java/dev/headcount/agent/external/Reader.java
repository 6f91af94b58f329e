package dev.headcount.agent.external;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.management.MBeanServer;

/**
 * Reads all watched attributes, one after the other, once a second, for as long as somebody watches any.
 *
 * <p>Law: an attribute that several rules name is read once a round.
 * Threads: runs on one of its own, which an attribute may hold for ever; then {@link #retire} leaves it alone with that
 * attribute, and another reader does the rest. The lock is never held while an attribute is read.
 */
final class Reader implements Runnable {

    private static final long ROUND_MILLIS = 1_000;

    private final Supplier<Collection<Watched<?>>> watched;
    private final Supplier<MBeanServer> servers;

    /** Attributes that hold a retired reader: nobody else asks for them before they have answered. */
    private final Set<String> held;

    private boolean isRetired; // guarded by this, as the two below
    private String reading; // null between two attributes
    private long readingSinceNanos;

    Reader(Supplier<Collection<Watched<?>>> watched, Supplier<MBeanServer> servers, Set<String> held) {
        this.watched = watched;
        this.servers = servers;
        this.held = held;
    }

    /** Whether one attribute has held it up for so long that no value of the others counts any more. */
    synchronized boolean isHeld(long nowNanos) {
        return reading != null && nowNanos - readingSinceNanos >= Watched.FRESH_NANOS;
    }

    /** It begins with nothing more; what holds it, if anything does, is left to it. */
    synchronized void retire() {
        isRetired = true;
        if (reading != null) {
            held.add(reading);
        }
    }

    private synchronized boolean begin(String place, long nowNanos) {
        if (isRetired || held.contains(place)) {
            return false;
        }
        reading = place;
        readingSinceNanos = nowNanos;
        return true;
    }

    private synchronized void end(String place) {
        reading = null;
        if (isRetired) {
            held.remove(place);
        }
    }

    private synchronized boolean isRetired() {
        return isRetired;
    }

    @Override
    public void run() {
        try {
            Collection<Watched<?>> all = watched.get();
            while (!isRetired() && !all.isEmpty()) {
                round(all);
                Thread.sleep(ROUND_MILLIS);
                all = watched.get();
            }
        } catch (InterruptedException stop) {
            // leaving
        }
    }

    private void round(Collection<Watched<?>> all) {
        MBeanServer server = servers.get();
        if (server == null) {
            return;
        }
        Map<String, List<Watched<?>>> places = new HashMap<>();
        for (Watched<?> one : all) {
            places.computeIfAbsent(one.source().place(), place -> new ArrayList<>())
                    .add(one);
        }
        for (Map.Entry<String, List<Watched<?>>> place : places.entrySet()) {
            long now = System.nanoTime();
            if (begin(place.getKey(), now)) {
                try {
                    read(server, place.getValue(), now);
                } finally {
                    end(place.getKey());
                }
            }
        }
    }

    private static void read(MBeanServer server, List<Watched<?>> watchers, long nowNanos) {
        for (Watched<?> one : watchers) {
            one.asking(nowNanos);
        }
        Answer answer = Attribute.read(server, watchers.get(0).source());
        for (Watched<?> one : watchers) {
            one.take(answer, nowNanos);
        }
    }
}
