package dev.headcount.subject;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.management.AttributeList;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * An application that knows the truth about its tasks, and asks the pool's bean what it thinks.
 *
 * <p>Arguments: names of {@link TruthCases}, run side by side. After a warm-up that fills the bean's
 * window of ten seconds it reads all beans three times, a second apart, and later works out its own
 * figures for the ten seconds before each reading. Prints for each reading {@code truth NAME}, then
 * four numbers (true, its neighbours below and above, measured) each for p50 and p99 of the wait, the
 * mean service time (all in milliseconds) and the arrival rate per second, then the bean's own
 * opinion of its quality.
 */
final class Truth {

    private static final int WARM_UP_SECONDS = 13;
    private static final int READINGS = 3;
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** How many of ten tasks a second a tick of 200 ms may add to a window. */
    private static final int SLIP = 2;

    private static final String[] ATTRIBUTES = {
        "WaitP50Millis", "WaitP99Millis", "ServiceMeanMillis", "ArrivalRatePerSecond", "SignalQuality"
    };

    private final StampedLoad load;
    private final List<Long> moments = new ArrayList<>();
    private final List<double[]> measured = new ArrayList<>();

    private Truth(StampedLoad load) {
        this.load = load;
    }

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        List<Truth> all = new ArrayList<>();
        for (String name : arguments) {
            Truth one = new Truth(TruthCases.named(name));
            all.add(one);
            one.load.start();
        }
        Thread.sleep(WARM_UP_SECONDS * 1000L);
        for (int reading = 0; reading < READINGS; reading++) {
            for (Truth one : all) {
                one.read(beans);
            }
            Thread.sleep(1000);
        }
        // The end of a worker's last task is stamped when it begins its next.
        Thread.sleep(1200);
        for (Truth one : all) {
            one.load.stop();
            one.report();
        }
    }

    private void read(MBeanServer beans) throws Exception {
        Set<ObjectName> found = beans.queryNames(new ObjectName("headcount:type=Pool,name=" + load.name + "*,*"), null);
        if (found.size() != 1) {
            System.out.println("beans " + load.name + " " + found);
            return;
        }
        AttributeList values = beans.getAttributes(found.iterator().next(), ATTRIBUTES);
        moments.add(System.nanoTime());
        double[] numbers = new double[ATTRIBUTES.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Number) values.asList().get(i).getValue()).doubleValue();
        }
        measured.add(numbers);
    }

    private void report() {
        for (int i = 0; i < moments.size(); i++) {
            long to = moments.get(i);
            long from = to - WINDOW_NANOS;
            long[] waits = load.waits.sorted(from, to);
            long[] services = load.services.sorted(from, to);
            double[] seen = measured.get(i);
            double service = Stamps.mean(services) / 1e6;
            double arrivals = load.arrivals.sorted(from, to).length * 1e9 / WINDOW_NANOS;
            System.out.println("truth " + load.name + quantile(waits, 0.50, seen[0]) + quantile(waits, 0.99, seen[1])
                    + row(service, service, service, seen[2]) + row(arrivals, arrivals, arrivals, seen[3])
                    + String.format(Locale.ROOT, " %.3f", seen[4]));
        }
    }

    private static String quantile(long[] sorted, double q, double seen) {
        return row(
                Stamps.quantile(sorted, q, 0) / 1e6,
                Stamps.quantile(sorted, q, -SLIP) / 1e6,
                Stamps.quantile(sorted, q, SLIP) / 1e6,
                seen);
    }

    private static String row(double truth, double below, double above, double seen) {
        return String.format(Locale.ROOT, " %.6f %.6f %.6f %.6f", truth, below, above, seen);
    }
}
