package dev.headcount.agent.external;

import dev.headcount.agent.config.Source;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeErrorException;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;

/**
 * Reads one attribute of one bean, and takes from it a value that keeps nothing of the application alive.
 *
 * <p>Invariant: nothing is thrown, whatever the bean throws. It may take for ever, though.
 */
final class Attribute {

    /** What is shown of a stranger's text. */
    private static final int MOST_TEXT = 120;

    private Attribute() {}

    static Answer read(MBeanServer server, Source source) {
        try {
            ObjectName name = new ObjectName(source.bean());
            if (name.isPattern()) {
                Set<ObjectName> fitting = server.queryNames(name, null);
                if (fitting.size() > 1) {
                    return Answer.none(fitting.size() + " beans fit, expected one");
                }
                Iterator<ObjectName> one = fitting.iterator();
                if (!one.hasNext()) {
                    return Answer.none("not there");
                }
                name = one.next();
            }
            return follow(server.getAttribute(name, source.path().get(0)), source.path());
        } catch (InstanceNotFoundException absent) {
            return Answer.none("not there");
        } catch (AttributeNotFoundException absent) {
            return Answer.none("has no attribute " + source.path().get(0));
        } catch (Throwable failure) { // the rim: a getter may throw anything
            return Answer.none("failed: " + words(failure));
        }
    }

    private static Answer follow(Object found, List<String> path) {
        Object value = found;
        for (String key : path.subList(1, path.size())) {
            if (!(value instanceof CompositeData)) {
                return Answer.none("has no key " + key + ", it is " + type(value));
            }
            CompositeData data = (CompositeData) value;
            if (!data.containsKey(key)) {
                return Answer.none("has no key " + key + " (has "
                        + cut(data.getCompositeType().keySet().toString()) + ")");
            }
            value = data.get(key);
        }
        return plain(value);
    }

    private static Answer plain(Object value) {
        if (value instanceof Boolean) {
            return Answer.of(value);
        }
        if (value instanceof Number) {
            double number = ((Number) value).doubleValue();
            return Double.isNaN(number) ? Answer.none("is NaN") : Answer.of(number);
        }
        if (value instanceof CharSequence) {
            return Answer.of(cut(value.toString()));
        }
        if (value instanceof Enum) {
            return Answer.of(((Enum<?>) value).name());
        }
        return Answer.none("is " + type(value) + ", expected a text, a number, true or false");
    }

    private static String type(Object value) {
        return value == null ? "null" : "of type " + value.getClass().getName();
    }

    /** What the bean threw, without what the server put around it. */
    private static String words(Throwable failure) {
        Throwable cause = failure instanceof RuntimeMBeanException
                        || failure instanceof RuntimeErrorException
                        || failure instanceof MBeanException
                ? failure.getCause()
                : failure;
        return cut(String.valueOf(cause == null ? failure : cause));
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "..." : text;
    }
}
