package dev.headcount.agent.config;

/**
 * Where to listen: {@code HOST:PORT}, an IPv6 address in brackets, or {@code PORT} alone for loopback.
 *
 * <p>Invariant: the port is 1 to 65535. Whether the host exists, and is ours, shows when it is listened on.
 * Threads: immutable.
 */
public final class ListenAddress {

    private static final int MAX_PORT = 65_535;

    private final String host;
    private final int port;

    private ListenAddress(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Null when {@code text} is none. */
    public static ListenAddress of(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? null : text.substring(0, colon);
        int port = port(text.substring(colon + 1));
        if (port < 1 || host != null && !isHost(host)) {
            return null;
        }
        boolean isBracketed = host != null && host.startsWith("[");
        return new ListenAddress(isBracketed ? host.substring(1, host.length() - 1) : host, port);
    }

    static boolean isOne(String text) {
        return of(text) != null;
    }

    private static boolean isHost(String host) {
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        boolean hasColon = host.indexOf(':') >= 0;
        return isBracketed == hasColon && host.matches(isBracketed ? "\\[[0-9a-fA-F:.]+(%\\w+)?]" : "[\\w.-]+");
    }

    private static int port(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= MAX_PORT ? Integer.parseInt(text) : -1;
    }

    /** Null for loopback. */
    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    @Override
    public String toString() {
        return (host == null ? "loopback" : host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
