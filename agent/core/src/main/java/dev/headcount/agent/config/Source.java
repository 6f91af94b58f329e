package dev.headcount.agent.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Where a signal comes from that is not ours, as people write it; immutable.
 *
 * <p>Grammar: {@code mbean NAME#ATTRIBUTE}, where {@code NAME} is an object name, perhaps a pattern that fits one bean,
 * and {@code ATTRIBUTE} may go on with {@code .KEY} into composite data. Behind it, for {@code veto-from} a
 * {@link Comparison} or nothing, for {@code signal-from} {@code as error-rate} or {@code as error-percent}.
 * Cost: it loads the JDK's class of object names and no other of JMX, and only where somebody gives such a key.
 */
public final class Source {

    private static final Pattern TEXT =
            Pattern.compile("mbean +(\\S.*)#([^#\\s<>=]+)( +as +\\S+| *(?:>=|<=|=|>|<) *[^#]+)?");

    private static final String AS_SHARE = "error-rate";
    private static final String AS_PERCENT = "error-percent";

    private final String text;
    private final String bean;
    private final List<String> path;
    private final Comparison comparison;
    private final boolean isPercent;

    private Source(String text, String bean, List<String> path, Comparison comparison, boolean isPercent) {
        this.text = text;
        this.bean = bean;
        this.path = path;
        this.comparison = comparison;
        this.isPercent = isPercent;
    }

    /** @throws IllegalArgumentException that says what is wrong with {@code text} */
    static Source read(Value form, String text) {
        Matcher parts = TEXT.matcher(text.trim());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    text.startsWith("mbean ") && text.indexOf('#') < 0
                            ? "there is no # and attribute behind the bean's name"
                            : "\"" + text.trim() + "\" is no source");
        }
        String bean = parts.group(1).trim();
        check(bean);
        List<String> path =
                Collections.unmodifiableList(Arrays.asList(parts.group(2).split("\\.", -1)));
        if (path.contains("")) {
            throw new IllegalArgumentException("a dot in the attribute stands between two names");
        }
        String rest = parts.group(3) == null ? "" : parts.group(3).trim();
        if (form == Value.SIGNAL_FROM) {
            String as = rest.startsWith("as ") ? rest.substring(3).trim() : "";
            if (!as.equals(AS_SHARE) && !as.equals(AS_PERCENT)) {
                throw new IllegalArgumentException("behind the attribute stands what it is the value of");
            }
            return new Source(text.trim(), bean, path, null, as.equals(AS_PERCENT));
        }
        if (!rest.isEmpty() && (form == Value.BREAKER_FROM || rest.startsWith("as "))) {
            throw new IllegalArgumentException("\"" + rest + "\" is too much");
        }
        return new Source(text.trim(), bean, path, rest.isEmpty() ? null : Comparison.read(rest), false);
    }

    private static void check(String bean) {
        try {
            new ObjectName(bean);
        } catch (MalformedObjectNameException wrong) {
            throw new IllegalArgumentException("\"" + bean + "\" is no object name: " + wrong.getMessage());
        } catch (LinkageError missing) {
            throw new IllegalArgumentException("this JVM has no module java.management, so no beans");
        }
    }

    /** What is wrong with {@code text}; {@code null} when nothing is. */
    static String mistake(Value form, String text) {
        try {
            read(form, text);
            return null;
        } catch (IllegalArgumentException wrong) {
            return wrong.getMessage();
        }
    }

    /** The object name, or a pattern of it. */
    public String bean() {
        return bean;
    }

    /** The attribute, and keys of composite data behind it: one name or more. */
    public List<String> path() {
        return path;
    }

    /** When a value vetoes growth; {@code null} where true does, or a number other than 0. */
    public Comparison comparison() {
        return comparison;
    }

    /** Whether an error rate is from 0 to 100 instead of 0 to 1. */
    public boolean isPercent() {
        return isPercent;
    }

    /** {@code mbean NAME#ATTRIBUTE}. */
    public String place() {
        return "mbean " + bean + '#' + String.join(".", path);
    }

    /** As it was written: two of the same text are the same. */
    public String text() {
        return text;
    }
}
