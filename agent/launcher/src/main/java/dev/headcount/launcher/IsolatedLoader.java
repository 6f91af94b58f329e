package dev.headcount.launcher;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Function;

/**
 * Loads the agent and its libraries where the application can neither see nor replace them.
 *
 * <p>Law: what the jar's isolated room holds is taken from there, everything else (the JDK, and the
 * bridge in the boot loader) from the parent. The room comes first, so that a library which
 * somebody put on the boot class path does not take the place of ours.
 * Invariant: nothing outside refers to this loader by accident. Its classes have a protection domain
 * without a loader, since every thread that the application starts inside a call of ours inherits an
 * access context with our domains in it.
 * Threads: any, but for {@link #entry}, which is the launcher's under its lock; parallel capable. After {@link #close} no further class can be loaded.
 */
final class IsolatedLoader extends ClassLoader implements Closeable {

    static {
        registerAsParallelCapable();
    }

    private final AgentJar jar;
    private final ProtectionDomain domain;
    private final String version;
    private Function<Object[], String> entry;

    IsolatedLoader(AgentJar jar) {
        super(platformLoader());
        this.jar = jar;
        // Four arguments: with two, a SecurityManager would not ask the policy and grant nothing at all.
        this.domain = new ProtectionDomain(jar.source(), null, /* classloader= */ null, null);
        this.version = AgentLauncher.class.getPackage().getImplementationVersion();
    }

    /**
     * The one class of the agent that is known here by name, through an interface that both sides see.
     *
     * <p>A reflective call of a method with as many parameters would make the JDK (18 and later) spin dozens of
     * classes for it; a constructor without parameters costs next to nothing.
     */
    @SuppressWarnings("unchecked")
    Function<Object[], String> entry() throws ReflectiveOperationException {
        if (entry == null) {
            entry = (Function<Object[], String>)
                    loadClass("dev.headcount.agent.Entry").getConstructor().newInstance();
        }
        return entry;
    }

    /**
     * The loader of what the JDK has beyond its core: {@code null} would hide the HTTP server on 9 and later.
     *
     * <p>It is the topmost parent on every JDK, whatever {@code java.system.class.loader} has put below.
     * Its getter of 9 and later would have to be called by reflection, which makes the JDK look for
     * annotations of the method and spin two proxy classes to read them.
     */
    private static ClassLoader platformLoader() {
        ClassLoader top = ClassLoader.getSystemClassLoader();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        return top;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] bytes = read(name);
                loaded = bytes == null ? super.loadClass(name, false) : define(name, bytes);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private byte[] read(String className) throws ClassNotFoundException {
        try {
            return jar.isolated(className.replace('.', '/') + ".class");
        } catch (IOException | IllegalStateException unreadable) {
            throw new ClassNotFoundException(className + " cannot be read from the agent's jar", unreadable);
        }
    }

    private Class<?> define(String name, byte[] bytes) {
        String room = name.substring(0, name.lastIndexOf('.'));
        if (getPackage(room) == null) {
            try {
                definePackage(room, null, null, null, "Headcount", version, null, null);
            } catch (IllegalArgumentException raced) {
                // Another thread has just defined it, with the same values.
            }
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = jar.isolated(name);
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        } catch (IOException | IllegalStateException unreadable) {
            return null;
        }
    }

    @Override
    protected URL findResource(String name) {
        try {
            return jar.isolatedUrl(name);
        } catch (IOException | IllegalStateException unreadable) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singleton(found));
    }

    @Override
    public void close() throws IOException {
        AgentLauncher.forget(this);
        jar.close();
    }
}
