package dev.headcount.agent.boot;

import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts classes into the boot loader, where the JDK's own classes can call them.
 *
 * <p>Law: straight from memory where the JDK's {@code Unsafe} lets us. It needs no writable disk, and
 * class data sharing stays on for the application; {@code appendToBootstrapClassLoaderSearch} turns it
 * off with a warning on stderr at every start, and serves only where a JDK refuses the first way.
 * Invariant: a class that is there already, from an agent that has left, stays as it is.
 */
final class BootClasses {

    private BootClasses() {}

    static void define(Instrumentation instrumentation, JdkInternals jdk, String[] names, byte[][] classes)
            throws Exception {
        try {
            for (int i = 0; i < names.length; i++) {
                if (!isThere(names[i])) {
                    jdk.defineInBoot(names[i], classes[i]);
                }
            }
        } catch (Exception | LinkageError refused) {
            try {
                fromFile(instrumentation, names, classes);
            } catch (Exception | LinkageError alsoRefused) {
                alsoRefused.addSuppressed(refused);
                throw alsoRefused;
            }
        }
    }

    private static void fromFile(Instrumentation instrumentation, String[] names, byte[][] classes) throws Exception {
        Path file = Files.createTempFile("headcount", ".jar"); // readable and writable by this user alone
        try {
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < names.length; i++) {
                    zip.putNextEntry(new ZipEntry(names[i].replace('.', '/') + ".class"));
                    zip.write(classes[i]);
                }
            }
            try (JarFile jar = new JarFile(file.toFile())) {
                instrumentation.appendToBootstrapClassLoaderSearch(jar);
            }
            for (String name : names) {
                Class.forName(name, true, null);
            }
        } finally {
            // All of its classes are loaded. Where an open file can't be deleted it goes when the JVM ends.
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, null);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
