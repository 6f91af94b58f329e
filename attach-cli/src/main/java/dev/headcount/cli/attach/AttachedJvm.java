package dev.headcount.cli.attach;

import java.util.Properties;

/** A JVM that listens to us; what its answers mean is for the caller to doubt. */
public final class AttachedJvm implements AutoCloseable {

    private static final String CONNECTOR = "com.sun.management.jmxremote.localConnectorAddress";

    private static final String TOKEN = "headcount.token";

    private final Class<?> type;
    private final Object machine;

    AttachedJvm(Class<?> type, Object machine) {
        this.type = type;
        this.machine = machine;
    }

    /** The address of the JDK's local JMX connector, which is started if it is not there yet. */
    public String connectorAddress() throws Exception {
        String address = property(CONNECTOR);
        if (address != null) {
            return address;
        }
        Object started = AttachApi.call(type.getMethod("startLocalManagementAgent"), machine);
        return started instanceof String ? (String) started : property(CONNECTOR);
    }

    /** What proves to the agent that we may write; {@code null} when it asks for no proof. */
    public String writeToken() throws Exception {
        return property(TOKEN);
    }

    /** {@code null} when it has none of that name. */
    String property(String key) throws Exception {
        return ((Properties) AttachApi.call(type.getMethod("getAgentProperties"), machine)).getProperty(key);
    }

    /** What it throws says little: see {@link AgentLoading}. */
    void load(String jar, String arguments) throws Exception {
        AttachApi.call(type.getMethod("loadAgent", String.class, String.class), machine, jar, arguments);
    }

    @Override
    public void close() {
        try {
            AttachApi.call(type.getMethod("detach"), machine);
        } catch (Exception gone) {
            // Nothing of it is held any more, on either side.
        }
    }
}
