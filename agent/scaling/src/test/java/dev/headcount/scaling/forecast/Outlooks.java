package dev.headcount.scaling.forecast;

/** Outlooks as tests write them down. */
public final class Outlooks {

    private Outlooks() {}

    public static Outlook of(int leastThreads, String reason) {
        return new Outlook(leastThreads, reason);
    }
}
