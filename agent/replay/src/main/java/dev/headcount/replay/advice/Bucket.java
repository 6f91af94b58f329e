package dev.headcount.replay.advice;

/** A stretch of a pool's past, such as an hour; immutable. */
public final class Bucket {

    final double lowestRate;
    final double meanRate;
    final double highestRate;
    final double serviceSeconds;
    final int knee;

    /**
     * @param lowestRate tasks a second in its quietest part, 0 or more
     * @param meanRate tasks a second over all of it
     * @param highestRate tasks a second in its busiest part
     * @param serviceSeconds mean time in {@code run}, above 0
     * @param knee the size from which more threads brought no more throughput; 0 for none known
     * @throws IllegalArgumentException where these contradict one another
     */
    public Bucket(double lowestRate, double meanRate, double highestRate, double serviceSeconds, int knee) {
        if (!(lowestRate >= 0 && lowestRate <= meanRate && meanRate <= highestRate) || Double.isInfinite(highestRate)) {
            throw new IllegalArgumentException("rates must rise from 0 or more: got " + lowestRate + ", " + meanRate
                    + " and " + highestRate + " a second");
        }
        if (!(serviceSeconds > 0) || Double.isInfinite(serviceSeconds)) {
            throw new IllegalArgumentException("service time must be above 0 s and finite: got " + serviceSeconds);
        }
        if (knee < 0) {
            throw new IllegalArgumentException("knee must be 0 or more: got " + knee);
        }
        this.lowestRate = lowestRate;
        this.meanRate = meanRate;
        this.highestRate = highestRate;
        this.serviceSeconds = serviceSeconds;
        this.knee = knee;
    }

    double lowestLoad() {
        return lowestRate * serviceSeconds;
    }

    double meanLoad() {
        return meanRate * serviceSeconds;
    }

    double highestLoad() {
        return highestRate * serviceSeconds;
    }
}
