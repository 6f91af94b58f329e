package dev.headcount.simulator;

/**
 * Waiting in a queue before {@code c} servers.
 *
 * <p>Law: {@code B(c) = a B(c-1) / (c + a B(c-1))}, {@code C = B / (1 - a/c (1 - B))},
 * {@code P(wait > t) = C exp(-(c - a) t / s)}.
 * Source: Erlang (1917).
 */
final class ErlangC {

    private ErlangC() {}

    /** The probability that a task waits at all; 1 where the servers can't keep up. */
    static double waits(int servers, double offered) {
        if (offered >= servers) {
            return 1;
        }
        double blocked = 1;
        for (int count = 1; count <= servers; count++) {
            blocked = offered * blocked / (count + offered * blocked);
        }
        return blocked / (1 - offered / servers * (1 - blocked));
    }

    /** The fewest servers, at most {@code most}, with which a share {@code late} waits longer than {@code seconds}. */
    static int servers(double offered, double serviceSeconds, double seconds, double late, int most) {
        int servers = (int) Math.max(1, Math.ceil(offered));
        while (servers < most
                && waits(servers, offered) * Math.exp(-(servers - offered) * seconds / serviceSeconds) > late) {
            servers++;
        }
        return Math.min(servers, most);
    }
}
