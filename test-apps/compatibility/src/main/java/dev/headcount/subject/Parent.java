package dev.headcount.subject;

import java.io.IOException;

/** Ends this JVM when the process that launched it is gone: its end of our standard input closes. */
final class Parent {

    private Parent() {}

    static void watch() {
        Thread watcher = new Thread(Parent::halt, "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void halt() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; a byte would change nothing.
            }
        } catch (IOException closed) {
            // The same as its end.
        }
        Runtime.getRuntime().halt(3);
    }
}
