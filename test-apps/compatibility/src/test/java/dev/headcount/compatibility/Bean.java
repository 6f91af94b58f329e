package dev.headcount.compatibility;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** A bean of a child, seen from outside. */
record Bean(MBeanServerConnection server, ObjectName object) {

    static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    Object get(String attribute) {
        try {
            return server.getAttribute(object, attribute);
        } catch (JMException | IOException failure) {
            throw new AssertionError("cannot read " + attribute + " of " + object, failure);
        }
    }

    String text(String attribute) {
        return (String) get(attribute);
    }

    int number(String attribute) {
        return ((Number) get(attribute)).intValue();
    }

    void set(String attribute, Object value) {
        try {
            server.setAttribute(object, new Attribute(attribute, value));
        } catch (JMException | IOException failure) {
            throw new AssertionError("cannot set " + attribute + " of " + object + " to " + value, failure);
        }
    }

    /** Calls the only operation of that name. */
    Object call(String operation, Object... values) {
        try {
            String[] signature = values.length == 0 ? new String[0] : signature(operation);
            return server.invoke(object, operation, values, signature);
        } catch (JMException | IOException failure) {
            throw new AssertionError("cannot call " + operation + " of " + object, failure);
        }
    }

    /** What the parameters of the only operation of that name are called. */
    List<String> parameters(String operation) throws JMException, IOException {
        return Stream.of(only(operation).getSignature())
                .map(MBeanParameterInfo::getName)
                .toList();
    }

    private String[] signature(String operation) throws JMException, IOException {
        return Stream.of(only(operation).getSignature())
                .map(MBeanParameterInfo::getType)
                .toArray(String[]::new);
    }

    private MBeanOperationInfo only(String operation) throws JMException, IOException {
        return Stream.of(server.getMBeanInfo(object).getOperations())
                .filter(info -> info.getName().equals(operation))
                .findAny()
                .orElseThrow(() -> new AssertionError(object + " has no operation " + operation));
    }
}
