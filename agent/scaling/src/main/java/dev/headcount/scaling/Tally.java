package dev.headcount.scaling;

/**
 * What a pool has done since it was found, in monotonic counts; immutable.
 *
 * <p>Law: what happened between two ticks is {@code later.count - earlier.count}, so a decider chooses its own
 * windows, and a missed tick loses nothing.
 * Invariant: no count falls from one tick of a pool to the next, but for {@link #late()} when the objective changes.
 * Threads: any.
 * Blind to: where tasks are sampled, {@code waits}, {@code late}, {@code services} and {@code serviceSeconds} are sums
 * of weights, right on average and not for one task.
 */
public final class Tally {

    /** Of a pool that has done nothing yet. */
    public static final Tally NOTHING = builder().build();

    private final long submitted;
    private final long completed;
    private final long failed;
    private final long dropped;
    private final long waits;
    private final long late;
    private final long services;
    private final double serviceSeconds;

    private Tally(Builder builder) {
        submitted = builder.submitted;
        completed = builder.completed;
        failed = builder.failed;
        dropped = builder.dropped;
        waits = builder.waits;
        late = builder.late;
        services = builder.services;
        serviceSeconds = builder.serviceSeconds;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Tasks accepted, 0 or more. */
    public long submitted() {
        return submitted;
    }

    /** Tasks that ended, 0 or more. */
    public long completed() {
        return completed;
    }

    /** Tasks known to have failed, a lower bound, 0 or more. */
    public long failed() {
        return failed;
    }

    /** Tasks refused and lost, 0 or more. */
    public long dropped() {
        return dropped;
    }

    /** Tasks whose wait is known, 0 or more. */
    public long waits() {
        return waits;
    }

    /** Of {@link #waits()}, those that waited longer than the wait objective, 0 or more. */
    public long late() {
        return late;
    }

    /** Tasks whose service time is known, 0 or more. */
    public long services() {
        return services;
    }

    /** Seconds that the tasks of {@link #services()} spent in {@code run}, 0 or more. */
    public double serviceSeconds() {
        return serviceSeconds;
    }

    /** Collects a {@link Tally}; what is not set is 0. Each setter throws {@link IllegalArgumentException} below 0. */
    public static final class Builder {
        private long submitted;
        private long completed;
        private long failed;
        private long dropped;
        private long waits;
        private long late;
        private long services;
        private double serviceSeconds;

        private Builder() {}

        public Builder submitted(long value) {
            submitted = notNegative("submitted", value);
            return this;
        }

        public Builder completed(long value) {
            completed = notNegative("completed", value);
            return this;
        }

        public Builder failed(long value) {
            failed = notNegative("failed", value);
            return this;
        }

        public Builder dropped(long value) {
            dropped = notNegative("dropped", value);
            return this;
        }

        public Builder waits(long value) {
            waits = notNegative("waits", value);
            return this;
        }

        public Builder late(long value) {
            late = notNegative("late", value);
            return this;
        }

        public Builder services(long value) {
            services = notNegative("services", value);
            return this;
        }

        public Builder serviceSeconds(double value) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("serviceSeconds must be 0 or more: got " + value);
            }
            serviceSeconds = value;
            return this;
        }

        /** The tally; the builder may be used again. */
        public Tally build() {
            return new Tally(this);
        }

        private static long notNegative(String name, long value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " must be 0 or more: got " + value);
            }
            return value;
        }
    }
}
