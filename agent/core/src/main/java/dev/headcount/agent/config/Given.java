package dev.headcount.agent.config;

import java.util.Collections;
import java.util.Map;

/** A checked value of a key and the place where somebody gave it. */
final class Given {

    final Key key;

    /** In milliseconds for durations and times, a count; 0 where the value is no number, or is {@code off}. */
    final long number;

    final String text;
    final String where;

    /** Of a policy, by name; empty for every other key. */
    final Map<String, String> parameters;

    private Given(Key key, long number, String text, String where, Map<String, String> parameters) {
        this.key = key;
        this.number = number;
        this.text = text;
        this.where = where;
        this.parameters = parameters;
    }

    /** Checks {@code text}; {@code where} names the place and the key as the person wrote it there. */
    static Given check(Key key, String text, String where) throws BadSetting {
        long number = key.value.number(text);
        if (number == Value.WRONG) {
            throw BadSetting.wrongValue(where, text, key.value.expected + key.value.hint(text));
        }
        return new Given(key, number, text, where, Collections.<String, String>emptyMap());
    }

    /** A policy and its parameters, both checked already. */
    static Given policy(String name, Map<String, String> parameters, String where) {
        String text =
                parameters.isEmpty() ? name : name + ' ' + parameters.toString().replace("=", ": ");
        return new Given(Key.POLICY, 0, text, where, Collections.unmodifiableMap(parameters));
    }

    /** Jars that were taken in; {@code text} tells one build of them from the next. */
    static Given extensions(String text, String where) {
        return new Given(Key.EXTENSIONS, 0, text, where, Collections.<String, String>emptyMap());
    }
}
