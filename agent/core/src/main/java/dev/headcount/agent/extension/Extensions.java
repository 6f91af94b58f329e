package dev.headcount.agent.extension;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The extensions of one configuration, in its order; immutable. Invariant: no two policies share a name. */
public final class Extensions {

    public static final Extensions NONE = new Extensions(Collections.<Extension>emptyList());

    private final List<Extension> all;

    private Extensions(List<Extension> all) {
        this.all = all;
    }

    /** How a jar becomes an extension. */
    public interface Door {
        Extension open(File jar) throws BadExtension;
    }

    /** One of these where the jar has not changed, so that its pools go on; else it is loaded, and its code runs. */
    public Extension load(File jar) throws BadExtension {
        JarContent content = JarContent.read(jar);
        for (Extension one : all) {
            if (one.isOf(jar, content)) {
                return one;
            }
        }
        return Extension.load(jar, content);
    }

    /** These and {@code next}. */
    public Extensions with(Extension next) throws BadExtension {
        List<Extension> more = new ArrayList<>(all);
        for (Extension one : all) {
            if (one.file().equals(next.file())) {
                throw new BadExtension(next.file() + " is named twice");
            }
        }
        List<String> names = names();
        for (ExtensionPolicy policy : next.policies()) {
            if (names.contains(policy.name())) {
                ExtensionPolicy first = policy(policy.name());
                throw new BadExtension(
                        policy + " has the name of " + (first == null ? "another one of that jar" : first.toString()));
            }
            names.add(policy.name());
        }
        more.add(next);
        return new Extensions(Collections.unmodifiableList(more));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The one of that name; {@code null} when there is none. */
    public ExtensionPolicy policy(String name) {
        for (Extension one : all) {
            for (ExtensionPolicy policy : one.policies()) {
                if (policy.name().equals(name)) {
                    return policy;
                }
            }
        }
        return null;
    }

    /** Whether they were only looked at, and any policy that Headcount doesn't have may be one of theirs. */
    public boolean areUnknown() {
        return !all.isEmpty() && !all.get(0).isLoaded();
    }

    /** Of their policies; empty where they were only looked at. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Extension one : all) {
            for (ExtensionPolicy policy : one.policies()) {
                names.add(policy.name());
            }
        }
        return names;
    }

    @Override
    public String toString() {
        String text = all.toString();
        return text.substring(1, text.length() - 1);
    }
}
