package dev.headcount.agent.extension;

import dev.headcount.scaling.Decider;
import dev.headcount.scaling.DeciderProvider;
import java.util.Map;

/** A policy that an extension brings; the same object for as long as the jar stays the same. Threads: any. */
public final class ExtensionPolicy {

    private final String name;
    private final DeciderProvider provider;
    private final Extension extension;

    ExtensionPolicy(String name, DeciderProvider provider, Extension extension) {
        this.name = name;
        this.provider = provider;
        this.extension = extension;
    }

    String name() {
        return name;
    }

    DeciderProvider provider() {
        return provider;
    }

    Calls calls() {
        return extension.calls();
    }

    /** Whether it has a decider for these parameters; the extension's code runs for it. */
    public void check(Map<String, String> parameters) throws BadExtension {
        String refusal = Trial.of(toString(), extension.loader(), () -> {
            try {
                return provider.newDecider(parameters) == null ? this + " gave no decider" : "";
            } catch (IllegalArgumentException refused) {
                return Trial.line(refused.getMessage());
            }
        });
        if (!refusal.isEmpty()) {
            throw new BadExtension(refusal);
        }
    }

    /** For one pool. None of the extension's code runs before it is asked for the first time. */
    public Decider newDecider(Map<String, String> parameters) {
        return new ExtensionDecider(this, parameters, System::nanoTime);
    }

    /**
     * Gives up a thread that has not come back from one of its deciders.
     *
     * @return what to say of it; {@code null} when the thread is not there, or just came back
     */
    public String giveUp(Thread thread) {
        return calls().giveUp(thread) ? this + " has not come back within 2 s" : null;
    }

    /** Such as {@code policy my-policy of /opt/acme.jar}. */
    @Override
    public String toString() {
        return "policy " + name + " of " + extension.file();
    }
}
