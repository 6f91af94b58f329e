package dev.headcount.agent.jmx;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * What the beans are called.
 *
 * <p>Law: a pool's name is quoted only where the grammar of object names demands it, since quotes show in
 * JConsole's tree and in the labels that exporters make of it.
 */
final class BeanName {

    static final ObjectName AGENT = checked("headcount:type=Agent");
    static final ObjectName EVENTS = checked("headcount:type=Events");

    private static final String DEMANDING = ",=:\"*?\n\r";

    private BeanName() {}

    static ObjectName pool(String kind, String name) {
        return checked("headcount:type=Pool,kind=" + kind + ",name=" + value(name));
    }

    private static ObjectName checked(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalArgumentException(name, impossible);
        }
    }

    private static String value(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (DEMANDING.indexOf(name.charAt(i)) >= 0) {
                return ObjectName.quote(name);
            }
        }
        return name;
    }
}
