package dev.headcount.cli.refusal;

/**
 * A command that ends without having done what it was asked for.
 *
 * <p>Law: three things are said in one go: what was not done, why, and the command to try next.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String next;

    /**
     * @param why one sentence for a person: what was not done, a colon, the reason
     * @param next a command that can be pasted, or a sentence where there is no such command
     */
    public Refusal(int exitCode, String why, String next) {
        super(why, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
        this.exitCode = exitCode;
        this.next = next;
    }

    public int exitCode() {
        return exitCode;
    }

    public String next() {
        return next;
    }
}
