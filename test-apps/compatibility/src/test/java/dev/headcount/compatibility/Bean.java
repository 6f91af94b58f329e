package dev.headcount.compatibility;

import java.io.IOException;
import java.util.List;
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
            return server.invoke(object, operation, values, signature(operation));
        } catch (JMException | IOException failure) {
            throw new AssertionError("cannot call " + operation + " of " + object, failure);
        }
    }

    private String[] signature(String operation) throws JMException, IOException {
        for (MBeanOperationInfo info : server.getMBeanInfo(object).getOperations()) {
            if (info.getName().equals(operation)) {
                return List.of(info.getSignature()).stream()
                        .map(MBeanParameterInfo::getType)
                        .toArray(String[]::new);
            }
        }
        throw new AssertionError(object + " has no operation " + operation);
    }
}
