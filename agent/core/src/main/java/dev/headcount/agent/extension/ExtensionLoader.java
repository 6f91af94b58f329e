package dev.headcount.agent.extension;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;

/**
 * The classes of one extension.
 *
 * <p>Law: it sees itself, the JDK, and of Headcount the decisions ({@code dev.headcount.scaling}); neither the
 * application nor the rest of the agent, and neither of them sees it. What is Headcount's comes from Headcount, also
 * where the jar brings a copy along.
 * Invariant: as with the agent's own, its classes have a protection domain without a loader: a thread that is started
 * inside a call inherits the domains on the stack.
 */
final class ExtensionLoader extends ClassLoader {

    private static final String OURS = "dev.headcount.";
    private static final String DOOR = "dev.headcount.scaling.";
    private static final ProtectionDomain DOMAIN =
            new ProtectionDomain(new CodeSource(null, (Certificate[]) null), null, /* classloader= */ null, null);

    private final ClassLoader agent = ExtensionLoader.class.getClassLoader();
    private final JarContent content;

    ExtensionLoader(JarContent content) {
        super(ExtensionLoader.class.getClassLoader().getParent()); // the JDK's, whose child the agent's own is
        this.content = content;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(DOOR)) {
            return agent.loadClass(name);
        }
        if (name.startsWith(OURS)) { // the bridge in the boot loader, too
            throw new ClassNotFoundException(name + " is Headcount's own, extensions see " + DOOR + "*");
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = content.entry(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, DOMAIN);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = content.entry(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
