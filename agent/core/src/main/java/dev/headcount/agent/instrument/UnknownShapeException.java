package dev.headcount.agent.instrument;

/** A class of this JDK does not look like any that the hook table was made for. */
final class UnknownShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownShapeException(String message) {
        super(message);
    }
}
