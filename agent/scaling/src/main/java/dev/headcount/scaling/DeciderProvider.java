package dev.headcount.scaling;

import java.util.Map;

/**
 * Makes the deciders of one policy of one's own; a jar that brings any is an extension.
 *
 * <p>Law: the jar names its providers, a class on each line, in
 * {@code META-INF/services/dev.headcount.scaling.DeciderProvider}. Each is made once whenever the jar is loaded, by
 * its public constructor without parameters.
 * Threads: any, one at a time. Cost: two seconds for a call, then it is given up and the extension refused.
 */
public interface DeciderProvider {

    /**
     * The version of this door: of this interface and of {@link Decider}, {@link Signal}, {@link Proposal} and
     * {@link Bounds}. It goes up when an extension that was compiled before would no longer do what it did.
     */
    int API_VERSION = 1;

    /**
     * What the configuration calls the policy, never {@code null} and always the same: a letter, then letters, digits
     * and dashes, all lower case and 40 at most; not the name of a policy of Headcount's.
     */
    String name();

    /**
     * Always {@code return API_VERSION;}. The compiler copies the number into the class, so that it tells what the
     * class was compiled against and not what it runs under.
     */
    int apiVersion();

    /**
     * A new decider, for one pool; also asked for, and dropped, when a configuration is checked.
     *
     * @param parameters as the file gives them, text by name, not to be changed; empty where it gives none
     * @return never {@code null}
     * @throws IllegalArgumentException for a parameter that it doesn't have or a value that it doesn't accept; the
     *     message is shown with the place in the file
     */
    Decider newDecider(Map<String, String> parameters);
}
