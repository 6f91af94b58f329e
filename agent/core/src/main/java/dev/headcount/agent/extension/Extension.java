package dev.headcount.agent.extension;

import dev.headcount.scaling.DeciderProvider;
import dev.headcount.scaling.decider.BuiltIn;
import java.io.File;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One jar with policies of others.
 *
 * <p>Invariant: what it brings was compiled for this version of the door, and none of it has a name of ours.
 * Threads: any.
 */
public final class Extension {

    /** What policies may be called: words that a rule, a label and a bean can show as they are. */
    public static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private static final Pattern NAMES = Pattern.compile(NAME);

    private final File file;
    private final String checksum;
    private final ClassLoader loader;
    private final Calls calls = new Calls();
    private final List<ExtensionPolicy> policies = new ArrayList<>();

    private Extension(File file, JarContent content) {
        this.file = file;
        this.checksum = content.checksum();
        this.loader = new ExtensionLoader(content);
    }

    /** Looks whether it can be one, and runs nothing of it: its policies stay unknown. */
    public static Extension inspect(File file) throws BadExtension {
        JarContent content = JarContent.read(file);
        content.providers(file);
        return new Extension(file, content);
    }

    static Extension load(File file, JarContent content) throws BadExtension {
        List<String> types = content.providers(file);
        Extension extension = new Extension(file, content);
        for (String type : types) {
            extension.policies.add(Trial.of(type + " of " + file, extension.loader, () -> extension.policy(type)));
        }
        return extension;
    }

    private ExtensionPolicy policy(String type) throws Exception {
        DeciderProvider provider = provider(type);
        int version = provider.apiVersion(); // first: the rest may mean something else in another one
        if (version != DeciderProvider.API_VERSION) {
            throw new BadExtension(type + " of " + file + " was compiled for version " + version
                    + " of the deciders' API, expected " + DeciderProvider.API_VERSION);
        }
        String name = provider.name();
        if (name == null || !NAMES.matcher(name).matches()) {
            throw new BadExtension(type + " of " + file + " calls its policy \"" + Trial.line(name)
                    + "\", expected lower-case letters, digits and dashes, a letter first, 40 at most");
        }
        if (BuiltIn.named(name) != null) {
            throw new BadExtension(
                    type + " of " + file + " calls its policy " + name + ", which is one of Headcount's");
        }
        return new ExtensionPolicy(name, provider, this);
    }

    private DeciderProvider provider(String type) throws Exception {
        Constructor<?> constructor;
        try {
            constructor = Class.forName(type, false, loader).getConstructor();
        } catch (ClassNotFoundException missing) {
            throw new BadExtension(file + " names the class " + type + ", which is not in it");
        } catch (NoSuchMethodException hidden) {
            throw new BadExtension(type + " of " + file + " has no public constructor without parameters");
        }
        if (!DeciderProvider.class.isAssignableFrom(constructor.getDeclaringClass())) {
            throw new BadExtension(type + " of " + file + " is no " + DeciderProvider.class.getName());
        }
        try {
            return (DeciderProvider) constructor.newInstance();
        } catch (IllegalAccessException hidden) {
            throw new BadExtension(type + " of " + file + " is not public");
        } catch (java.lang.reflect.InvocationTargetException threw) {
            throw new BadExtension(type + " of " + file + " threw " + Trial.words(threw.getCause()));
        }
    }

    boolean isOf(File other, JarContent content) {
        return file.equals(other) && checksum.equals(content.checksum());
    }

    /** False when it was only looked at. */
    boolean isLoaded() {
        return !policies.isEmpty();
    }

    List<ExtensionPolicy> policies() {
        return Collections.unmodifiableList(policies);
    }

    File file() {
        return file;
    }

    ClassLoader loader() {
        return loader;
    }

    Calls calls() {
        return calls;
    }

    /** Such as {@code /opt/acme.jar (3f2a91c0)}: a new build of the jar reads otherwise. */
    @Override
    public String toString() {
        return file + " (" + checksum + ')';
    }
}
