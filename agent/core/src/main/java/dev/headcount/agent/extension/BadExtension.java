package dev.headcount.agent.extension;

/** Why a jar, or a policy of it, can't be used, in one sentence for who wrote the configuration. */
public final class BadExtension extends Exception {

    private static final long serialVersionUID = 1;

    BadExtension(String why) {
        super(why, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
}
