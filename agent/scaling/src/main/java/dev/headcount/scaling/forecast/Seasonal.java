package dev.headcount.scaling.forecast;

import dev.headcount.scaling.Quantity;
import dev.headcount.scaling.Signal;
import java.time.ZoneId;
import java.util.List;

/**
 * Expects that a load comes again as it came the day or the week before: by {@link HoltWinters}.
 *
 * <p>Law: the load of the current five minutes and of the next five, the larger of both, as the best of {@link Fits}
 * sees it; so the threads are there five minutes before their hour at most. {@link Trust} is scored on the further of
 * the two: half of its error is of the last day, half of what is lately of ten minutes; a day of scores is enough.
 * Time: by the wall clock in the time zone that it was given, see {@link Season}.
 * Threads: single owner. Cost: 180 KB a pool; nothing but a sum at a tick, some microseconds every five minutes.
 * Blind to: what happens within five minutes, holidays, and a load that comes for the first time.
 */
final class Seasonal implements Forecast {

    private final Offered offered = new Offered();
    private final Buckets buckets = new Buckets(this::learn);
    private final Trust trust =
            new Trust(/* slowHalfLife= */ Season.DAY.period, /* fastHalfLife= */ 2, Season.DAY.period);
    private final Fits fits;

    private History history = new History();
    private double latest;
    private double expected;
    private Expected sooner = Expected.NOTHING;
    private Expected later = Expected.NOTHING;
    private long seenBucket = Long.MIN_VALUE;
    private Outlook outlook = Outlook.NOTHING;

    Seasonal(ZoneId zone) {
        this.fits = new Fits(zone);
    }

    @Override
    public void observe(Signal signal, long epochMillis) {
        if (!offered.read(signal)) {
            return;
        }
        long before = seenBucket;
        buckets.add(offered.threads(), offered.elapsedNanos(), epochMillis);
        if (buckets.current() != seenBucket) {
            look(buckets.current());
        }
        if (seenBucket != before) {
            outlook = told();
        }
    }

    private void learn(long bucket, double load) {
        Expected of = later.bucket == bucket ? later : sooner;
        if (of.bucket == bucket) {
            trust.score(of.load, of.stayed, load);
        }
        history.put(bucket, load);
        fits.learn(bucket, load, history);
        latest = load;
        look(bucket + 1);
    }

    private void look(long bucket) {
        seenBucket = bucket;
        if (!fits.isEmpty()) {
            double next = fits.expect(bucket + 1, /* steps= */ 2);
            expected = Math.max(fits.expect(bucket, /* steps= */ 1), next);
            sooner = later;
            later = new Expected(bucket + 1, next, latest);
        }
    }

    private Outlook told() {
        if (fits.isEmpty()) {
            return new Outlook(
                    0,
                    "holt-winters has seen " + history.count() + " of the " + 2 * Season.DAY.period
                            + " buckets of two days");
        }
        int threads = trust.isEarned() ? Outlook.threads(expected) : 0;
        return new Outlook(
                threads,
                "holt-winters (" + fits + ") expects " + Quantity.number(expected) + " busy threads within 10 min"
                        + (threads == 0 ? "" : ", " + threads + " with margin") + "; " + trust.words());
    }

    @Override
    public Outlook outlook() {
        return outlook;
    }

    @Override
    public List<String> toLines() {
        return history.toLines();
    }

    @Override
    public boolean restore(List<String> lines) {
        History kept = lines.isEmpty() ? new History() : History.read(lines);
        if (kept == null) {
            return false;
        }
        history = new History();
        for (int i = 0; i < kept.count(); i++) {
            double load = kept.get(kept.oldest() + i);
            if (!Double.isNaN(load)) {
                learn(kept.oldest() + i, load);
            }
        }
        outlook = told();
        return true;
    }

    /** A prediction that waits for its score; immutable. */
    private static final class Expected {

        private static final Expected NOTHING = new Expected(Long.MIN_VALUE, Double.NaN, Double.NaN);

        private final long bucket;
        private final double load;
        private final double stayed;

        private Expected(long bucket, double load, double stayed) {
            this.bucket = bucket;
            this.load = load;
            this.stayed = stayed;
        }
    }
}
