package dev.headcount.scaling.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The load of each five minutes of the last four weeks, and its form in a file.
 *
 * <p>Law: what is kept over a restart is what was seen, not what was concluded: a later version concludes anew.
 * <pre>
 * load-history 1 300000 5893200 12     version, milliseconds a bucket, number of the first bucket, how many
 * 1.2 1.31 - 0                          loads in threads, oldest first; "-" is not known; 288 to a line
 * </pre>
 * Invariant: a bucket is known or {@code NaN}; one that is set back to is overwritten. A load is 0 or more, finite.
 * Threads: single owner. Cost: 32 KB; at most as much as text.
 */
final class History {

    /** Four weeks: two to begin with a week's season, two to try it. */
    static final int BUCKETS = 28 * 288;

    private static final String FORM = "load-history 1 " + Buckets.MILLIS;
    private static final int TO_A_LINE = 288;
    private static final long LATEST = Long.MAX_VALUE / Buckets.MILLIS;

    private final float[] loads = new float[BUCKETS];
    private long newest;
    private int count;

    void put(long bucket, double load) {
        if (count == 0 || bucket - newest >= BUCKETS || newest - bucket >= BUCKETS) {
            Arrays.fill(loads, Float.NaN);
            newest = bucket;
            count = 1;
        }
        while (newest < bucket) {
            loads[at(++newest)] = Float.NaN;
            count = Math.min(BUCKETS, count + 1);
        }
        count = Math.max(count, (int) (newest - bucket) + 1);
        loads[at(bucket)] = (float) load;
    }

    private static int at(long bucket) {
        return (int) Math.floorMod(bucket, (long) BUCKETS);
    }

    /** {@code NaN} for what is not known. */
    double get(long bucket) {
        return count == 0 || bucket > newest || bucket < oldest() ? Double.NaN : loads[at(bucket)];
    }

    /** How many buckets the history spans, known or not. */
    int count() {
        return count;
    }

    long newest() {
        return newest;
    }

    long oldest() {
        return newest - count + 1;
    }

    List<String> toLines() {
        if (count == 0) {
            return Collections.emptyList();
        }
        List<String> lines = new ArrayList<>();
        lines.add(FORM + " " + oldest() + " " + count);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double load = get(oldest() + i);
            line.append(line.length() == 0 ? "" : " ").append(Double.isNaN(load) ? "-" : digits(load));
            if (i % TO_A_LINE == TO_A_LINE - 1 || i == count - 1) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return lines;
    }

    /** Three places: a thousandth of a thread is nobody's load. */
    private static String digits(double load) {
        double rounded = Math.rint(load * 1000) / 1000;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** What the lines tell; {@code null} where they are damaged, or of another version. */
    static History read(List<String> lines) {
        try {
            if (!lines.get(0).startsWith(FORM + " ")) {
                return null;
            }
            String[] head = lines.get(0).substring(FORM.length() + 1).split(" ");
            long first = Long.parseLong(head[0]);
            int count = Integer.parseInt(head[1]);
            String[] loads = String.join(" ", lines.subList(1, lines.size())).split(" ");
            if (head.length != 2 || count < 1 || count > BUCKETS || loads.length != count || first < 0) {
                return null;
            }
            if (first > LATEST - count) {
                return null;
            }
            History history = new History();
            for (int i = 0; i < count; i++) {
                double load = "-".equals(loads[i]) ? Double.NaN : Double.parseDouble(loads[i]);
                boolean isLoad = load >= 0 && load <= Float.MAX_VALUE;
                if (!isLoad && !"-".equals(loads[i])) {
                    return null;
                }
                history.put(first + i, load);
            }
            return history;
        } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
            return null;
        }
    }
}
