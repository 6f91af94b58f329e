package dev.headcount.agent.extension;

/** What a decider of an extension has done, in words that name it; its pool is to be left alone for a while. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    Trouble(String what) {
        super(what, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
}
