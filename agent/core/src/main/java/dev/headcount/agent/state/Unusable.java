package dev.headcount.agent.state;

/** Why a file can't be used, in words that follow its name. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    /** Whether the file was one of ours, and a new one may take its place. */
    final boolean isReplaceable;

    Unusable(String why, boolean isReplaceable) {
        super(why, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
        this.isReplaceable = isReplaceable;
    }
}
