package dev.headcount.cli.attach;

/**
 * The agent's own word on an attach: {@code NONCE WORD REST}, in the target's agent properties.
 *
 * <p>What the attach API answers is no evidence: it fails where the agent is in, and succeeds where it is not.
 */
public final class AgentWord {

    static final String PROPERTY = "headcount";

    /** How far the agent has come. */
    public enum State {
        STARTING,
        /** In, and its first look at the pools is done. */
        READY,
        /** Another one was in before; nothing was changed. */
        ALREADY,
        /** Nothing is installed. */
        FAILED
    }

    private final String nonce;
    private final State state;
    private final String rest;

    private AgentWord(String nonce, State state, String rest) {
        this.nonce = nonce;
        this.state = state;
        this.rest = rest;
    }

    /** {@code null} for what is no such word; {@code text} may be null. */
    static AgentWord parse(String text) {
        String[] parts = text == null ? new String[0] : text.split(" ", 3);
        if (parts.length < 2) {
            return null;
        }
        for (State state : State.values()) {
            if (state.name().equalsIgnoreCase(parts[1])) {
                return new AgentWord(parts[0], state, parts.length == 3 ? parts[2] : "");
            }
        }
        return null;
    }

    boolean isAbout(String attach) {
        return nonce.equals(attach);
    }

    public State state() {
        return state;
    }

    /** Of a failure: why, in one line. */
    public String reason() {
        return rest;
    }

    public String version() {
        return part(0);
    }

    public String mode() {
        return part(1);
    }

    /** How many pools it had found when it wrote this. */
    public String pools() {
        return part(2);
    }

    private String part(int index) {
        String[] parts = rest.split(" ", -1);
        return index < parts.length && !parts[index].isEmpty() ? parts[index] : "?";
    }
}
