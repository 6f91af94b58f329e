package dev.headcount.agent.external;

/** What a value of an attribute means to a rule; a function of the value alone. */
public interface Meaning<T> {

    /**
     * @param value a text, a number as Double, or a truth value
     * @throws IllegalArgumentException if it means nothing to the rule: what was expected, in a few words
     */
    T of(Object value);
}
