package dev.headcount.subject;

/**
 * A worker that knows its number, and keeps the end of its last task until it begins the next or leaves.
 *
 * <p>Why: what a task does after its last stamp counts as service for whoever looks from outside. Two
 * plain fields are all that is written there.
 */
final class Recorder extends Thread {

    final int number;
    private final Stamps services;
    private long lastEnd;
    private long lastService;

    Recorder(Runnable work, String prefix, int number, Stamps services) {
        super(work, prefix + "-worker-" + number);
        this.number = number;
        this.services = services;
        setDaemon(true);
    }

    @Override
    public void run() {
        super.run();
        file();
    }

    void keep(long end, long service) {
        lastService = service;
        lastEnd = end;
    }

    /** Hands over what was kept, if anything. */
    void file() {
        if (lastEnd != 0) {
            services.add(number, lastEnd, lastService);
        }
    }
}
