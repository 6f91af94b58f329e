package dev.headcount.agent;

import java.util.Properties;

/**
 * Our word to the tool that attached: how far we are, or why we are not here.
 *
 * <p>Law: the value of the agent property {@value #KEY} is the tool's own nonce and one of {@code starting},
 * {@code ready VERSION MODE POOLS}, {@code already VERSION MODE POOLS}, {@code failed LINE}. What the attach
 * API itself tells is wrong between JDKs of different versions. The application does not see agent
 * properties; ours is removed when we leave.
 * Invariant: without a nonce, when nobody reads the answer, nothing is written.
 * Threads: any.
 */
final class Reply {

    private static final String KEY = "headcount";

    private final Properties board;
    private final String nonce;

    /**
     * @param board null when this JVM keeps it from us
     * @param nonce null when whoever attached does not ask for an answer
     */
    Reply(Properties board, String nonce) {
        this.board = board;
        this.nonce = nonce;
    }

    void starting() {
        write("starting");
    }

    void ready(String state) {
        write("ready " + state);
    }

    void already(String state) {
        write("already " + state);
    }

    /** @return whether anybody was told */
    boolean failed(String line) {
        return write("failed " + line.replace('\r', ' ').replace('\n', ' '));
    }

    void withdraw() {
        if (board != null) {
            board.remove(KEY);
        }
    }

    private boolean write(String words) {
        if (board == null || nonce == null) {
            return false;
        }
        board.setProperty(KEY, nonce + ' ' + words);
        return true;
    }
}
