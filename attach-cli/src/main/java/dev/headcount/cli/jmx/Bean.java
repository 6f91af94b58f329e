package dev.headcount.cli.jmx;

import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** One bean of the agent; what it refuses is passed on in its own words. */
public final class Bean {

    /** Calls of the bean, which may fail in JMX's many ways. */
    private interface Call {
        Object make() throws JMException, IOException;
    }

    private final MBeanServerConnection server;
    private final ObjectName objectName;
    private final String name;
    private final Advice advice;

    Bean(MBeanServerConnection server, ObjectName objectName, String name, Advice advice) {
        this.server = server;
        this.objectName = objectName;
        this.name = name;
        this.advice = advice;
    }

    /** What a person calls it. */
    public String name() {
        return name;
    }

    public Object attribute(String attribute) {
        return made("", () -> server.getAttribute(objectName, attribute));
    }

    /** All, by their names: the bean's own order changes from run to run. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> attributes() {
        return (Map<String, Object>) made("", () -> {
            List<String> names = new ArrayList<>();
            for (MBeanAttributeInfo info : server.getMBeanInfo(objectName).getAttributes()) {
                names.add(info.getName());
            }
            return values(names);
        });
    }

    /** Those of {@code names} that it has, in one go. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> attributes(List<String> names) {
        return (Map<String, Object>) made("", () -> values(names));
    }

    private Map<String, Object> values(List<String> names) throws JMException, IOException {
        Map<String, Object> values = new TreeMap<>();
        for (Attribute value :
                server.getAttributes(objectName, names.toArray(new String[0])).asList()) {
            values.put(value.getName(), value.getValue());
        }
        return values;
    }

    public void set(String attribute, Object value) {
        made(attribute + ": ", () -> {
            server.setAttribute(objectName, new Attribute(attribute, value));
            return null;
        });
    }

    /** @param types of the parameters, as in {@code int} or {@code java.lang.String} */
    public String call(String operation, Object[] parameters, String... types) {
        return call(operation + ": ", operation, parameters, types);
    }

    /** @param what a person calls the operation, before a colon; empty for one that no person asked for */
    String call(String what, String operation, Object[] parameters, String... types) {
        return String.valueOf(made(what, () -> server.invoke(objectName, operation, parameters, types)));
    }

    private Object made(String what, Call call) {
        try {
            return call.make();
        } catch (InstanceNotFoundException gone) {
            throw new Refusal(
                    ExitCode.NOT_THERE,
                    name + " has gone while it was looked at",
                    "the same command again; pools come and go with the application's executors");
        } catch (IOException lost) {
            throw new Refusal(ExitCode.FAILED, "the connection broke: " + lost.getMessage(), "the same command again");
        } catch (JMException | RuntimeException refused) {
            Throwable cause = deepest(refused);
            throw new Refusal(
                    ExitCode.AGENT_REFUSED,
                    name + ": " + what + cause.getMessage(),
                    advice.after(name, objectName.getKeyProperty("name") != null, cause));
        }
    }

    /** JMX wraps what the bean threw once or twice. */
    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
