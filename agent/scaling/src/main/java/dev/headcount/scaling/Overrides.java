package dev.headcount.scaling;

import java.util.Objects;

/**
 * What outranks a pool's own decisions for a while; immutable.
 *
 * <p>Law: a person's {@link Pin} before a machine's {@link Lease} before local decisions. Each ends
 * by itself when its time has come: {@code now - untilNanos >= 0}.
 * Blind to: floor and ceiling set by hand; those are {@link Bounds}.
 */
public final class Overrides {

    /** Nothing is overridden. */
    public static final Overrides NONE = new Overrides(null, null);

    private final Pin pin;
    private final Lease lease;

    private Overrides(Pin pin, Lease lease) {
        this.pin = pin;
        this.lease = lease;
    }

    /** These overrides with {@code newPin} in place of any other; {@code null} unpins. */
    public Overrides withPin(Pin newPin) {
        return new Overrides(newPin, lease);
    }

    /** These overrides with {@code newLease} in place of any other; {@code null} releases. */
    public Overrides withLease(Lease newLease) {
        return new Overrides(pin, newLease);
    }

    /** The pin in force at {@code nowNanos}, or {@code null}. */
    public Pin pinAt(long nowNanos) {
        return pin != null && pin.untilNanos - nowNanos > 0 ? pin : null;
    }

    /** The lease in force at {@code nowNanos}, or {@code null}; a pin may outrank it. */
    public Lease leaseAt(long nowNanos) {
        return lease != null && lease.untilNanos - nowNanos > 0 ? lease : null;
    }

    private static int checked(String name, int size, int hardLimit) {
        if (size < 1 || size > hardLimit) {
            throw new IllegalArgumentException(name + " must be 1.." + hardLimit + ": got " + size);
        }
        return size;
    }

    /** A size that a person wants, whatever the floor, the ceiling and the load say. */
    public static final class Pin {

        private final int size;
        private final long untilNanos;
        private final String because;
        private final String actor;

        /**
         * Pins {@code size}.
         *
         * @param size 1 to {@code hardLimit}
         * @param hardLimit the largest size that this process can bear, see {@link Bounds#hardLimit()}
         * @param untilNanos the first moment without it, on the clock of {@link Signal#nowNanos()}
         * @param because the person's reason, or {@code null}
         * @param actor who it was
         * @throws IllegalArgumentException such as {@code size must be 1..256: got 0}
         */
        public Pin(int size, int hardLimit, long untilNanos, String because, String actor) {
            this.size = checked("size", size, hardLimit);
            this.untilNanos = untilNanos;
            this.because = because;
            this.actor = Objects.requireNonNull(actor, "actor");
        }

        /** Threads, 1 or more. */
        public int size() {
            return size;
        }

        /** The first moment without this pin. */
        public long untilNanos() {
            return untilNanos;
        }

        /** The person's reason, or {@code null}. */
        public String because() {
            return because;
        }

        /** Who pinned. */
        public String actor() {
            return actor;
        }
    }

    /** A target that another program wants, within the bounds, for as long as it keeps renewing it. */
    public static final class Lease {

        private final String owner;
        private final int target;
        private final long untilNanos;

        /**
         * Leases {@code target} to {@code owner}.
         *
         * @param owner the program that wants it; not empty
         * @param target 1 to {@code hardLimit}; what lies outside floor and ceiling is clamped at each tick
         * @param hardLimit the largest size that this process can bear, see {@link Bounds#hardLimit()}
         * @param untilNanos the first moment without it, on the clock of {@link Signal#nowNanos()}
         * @throws IllegalArgumentException such as {@code target must be 1..256: got 0}
         */
        public Lease(String owner, int target, int hardLimit, long untilNanos) {
            if (owner.isEmpty()) {
                throw new IllegalArgumentException("owner must not be empty");
            }
            this.owner = owner;
            this.target = checked("target", target, hardLimit);
            this.untilNanos = untilNanos;
        }

        /** The program that wants it. */
        public String owner() {
            return owner;
        }

        /** Threads, 1 or more. */
        public int target() {
            return target;
        }

        /** The first moment without this lease. */
        public long untilNanos() {
            return untilNanos;
        }
    }
}
