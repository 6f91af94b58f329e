package dev.headcount.launcher;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The file {@code headcount-agent.jar} and its rooms.
 *
 * <p>At the root lie the launcher's classes, all that the application can see. {@code
 * headcount/boot/} holds the bridge's class files, {@code headcount/isolated/} everything else.
 * It is read as a plain zip file: signatures, manifest and versioned entries are of no use here,
 * and reading them would load some thirty classes more.
 * Threads: any.
 */
final class AgentJar implements Closeable {

    private static final String BOOT = "headcount/boot/";
    private static final String ISOLATED = "headcount/isolated/";

    /** In the order in which they can be defined: a class after its supertypes. */
    private static final String[] BRIDGE = {
        "dev.headcount.bridge.PoolHooks", "dev.headcount.bridge.Silence", "dev.headcount.bridge.Bridge"
    };

    private final CodeSource source;
    private final ZipFile zip;

    private AgentJar(CodeSource source, ZipFile zip) {
        this.source = source;
        this.zip = zip;
    }

    /** Opens the jar that the launcher's own classes were loaded from. */
    static AgentJar ofLauncher() throws Exception {
        CodeSource source = AgentLauncher.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null || !"file".equals(location.getProtocol())) {
            throw new WrongJar("its classes come from " + location
                    + ", not from headcount-agent.jar; name that file itself after -javaagent:");
        }
        return open(new File(location.toURI()), source);
    }

    /** Opens the jar at {@code path}, which whoever attached has looked at. */
    static AgentJar at(String path) throws Exception {
        File file = new File(path);
        return open(file, new CodeSource(file.toURI().toURL(), (Certificate[]) null));
    }

    private static AgentJar open(File file, CodeSource source) throws Exception {
        if (!file.isFile()) {
            throw notTheAgent(file);
        }
        AgentJar jar = new AgentJar(source, new ZipFile(file));
        if (jar.zip.getEntry(ISOLATED + "dev/headcount/agent/Entry.class") == null) {
            jar.close();
            throw notTheAgent(file);
        }
        return jar;
    }

    private static WrongJar notTheAgent(File file) {
        return new WrongJar(file + " has the agent's launcher but no " + ISOLATED
                + ": it was probably shaded or unpacked into an application; take it out of there and name"
                + " headcount-agent.jar itself after -javaagent:");
    }

    CodeSource source() {
        return source;
    }

    String[] bridgeNames() {
        return BRIDGE.clone();
    }

    byte[][] bridgeClasses() throws IOException {
        byte[][] classes = new byte[BRIDGE.length][];
        for (int i = 0; i < BRIDGE.length; i++) {
            classes[i] = read(BOOT + BRIDGE[i].replace('.', '/') + ".class");
        }
        return classes;
    }

    /** The bytes of an entry of the isolated room; null when there is none of that name. */
    byte[] isolated(String name) throws IOException {
        return read(ISOLATED + name);
    }

    /** The address of an entry of the isolated room; null when there is none of that name. */
    URL isolatedUrl(String name) throws IOException {
        String path = ISOLATED + name;
        return zip.getEntry(path) == null
                ? null
                : new URL(null, "jar:" + source.getLocation() + "!/" + path, new UncachedJarHandler());
    }

    private byte[] read(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            return null;
        }
        byte[] bytes = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
            in.readFully(bytes);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
