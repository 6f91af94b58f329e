package dev.headcount.launcher;

/** The file that this class came from is not the agent's jar as we built it; the message says what it seems to be. */
final class WrongJar extends Exception {

    private static final long serialVersionUID = 1L;

    WrongJar(String message) {
        super(message);
    }
}
