package dev.headcount.agent.config;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Where this host stands among the hundred shares of a fleet.
 *
 * <p>Law: FNV-1a of its name, modulo 100. The same at each start, and the same in every program, so that a
 * share of 10 % is a tenth of the hosts and not of the programs.
 * Blind to: names that are not unique; hosts that share one share its fate.
 * Source: Fowler, Noll and Vo, The FNV Non-Cryptographic Hash Algorithm.
 */
final class HostShare {

    private HostShare() {}

    /** 0 to 99. */
    static int ofThisHost() {
        return of(name());
    }

    static int of(String host) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : host.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * 0x100000001b3L;
        }
        return (int) Long.remainderUnsigned(hash, 100);
    }

    /** Without asking a name server, which may take seconds. */
    private static String name() {
        String variable = System.getenv("HOSTNAME");
        if (variable != null && !variable.isEmpty()) {
            return variable;
        }
        try (BufferedReader kernel = new BufferedReader(
                new InputStreamReader(new FileInputStream("/proc/sys/kernel/hostname"), StandardCharsets.UTF_8))) {
            String line = kernel.readLine();
            return line == null ? "" : line.trim();
        } catch (IOException | SecurityException unknown) {
            return "";
        }
    }
}
