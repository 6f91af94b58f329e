package dev.headcount.scaling;

/** Which step of a tick had the last word on the target. */
public enum Step {
    /** The decider's proposal stands, whether it changed anything or not. */
    DECIDE,
    /** A trusted forecast wants more than the decider: see {@link dev.headcount.scaling.forecast}. */
    FORECAST,
    /** Growth was held back, wholly or in part: see {@link dev.headcount.scaling.veto}. */
    VETO,
    /** A floor or a ceiling stands against the proposal, or against the target as it was. */
    CLAMP,
    /** The proposal has to wait: a cooldown is not over. */
    SETTLE,
    /** Nothing may change: the pool rests. */
    REST,
    /** Another program's lease. */
    LEASE,
    /** A person's pin. */
    PIN;

    /** As in events and JMX, in lower case: {@code decide}, {@code forecast}, {@code veto} and so on. */
    public String label() {
        switch (this) {
            case DECIDE:
                return "decide";
            case FORECAST:
                return "forecast";
            case VETO:
                return "veto";
            case CLAMP:
                return "clamp";
            case SETTLE:
                return "settle";
            case REST:
                return "rest";
            case LEASE:
                return "lease";
            default:
                return "pin";
        }
    }
}
