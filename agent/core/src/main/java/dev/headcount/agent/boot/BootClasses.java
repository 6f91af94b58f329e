package dev.headcount.agent.boot;

import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
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

    static void define(Instrumentation instrumentation, boolean modular, String[] names, byte[][] classes)
            throws Exception {
        try {
            fromMemory(modular, names, classes);
        } catch (Exception | LinkageError refused) {
            try {
                fromFile(instrumentation, names, classes);
            } catch (Exception | LinkageError alsoRefused) {
                alsoRefused.addSuppressed(refused);
                throw alsoRefused;
            }
        }
    }

    private static void fromMemory(boolean modular, String[] names, byte[][] classes) throws Exception {
        Class<?> type = Class.forName(modular ? "jdk.internal.misc.Unsafe" : "sun.misc.Unsafe");
        Object unsafe;
        if (modular) {
            unsafe = type.getMethod("getUnsafe").invoke(null);
        } else {
            Field only = type.getDeclaredField("theUnsafe");
            only.setAccessible(true);
            unsafe = only.get(null);
        }
        Method defineClass = type.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
        for (int i = 0; i < names.length; i++) {
            if (!isThere(names[i])) {
                defineClass.invoke(unsafe, names[i], classes[i], 0, classes[i].length, null, null);
            }
        }
    }

    static void fromFile(Instrumentation instrumentation, String[] names, byte[][] classes) throws Exception {
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
