package dev.headcount.agent.boot;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.security.ProtectionDomain;
import java.util.Properties;

/** Java 8: nothing is closed, and {@code sun.misc.Unsafe} still defines classes. */
final class Java8Internals implements JdkInternals {

    @Override
    public void openTo(Class<?> ours, Instrumentation instrumentation) {}

    @Override
    public void open(Class<?> type, Class<?> ours, Instrumentation instrumentation) {}

    @Override
    public Properties agentProperties() throws Exception {
        return (Properties) Class.forName("sun.misc.VMSupport")
                .getMethod("getAgentProperties")
                .invoke(null);
    }

    @Override
    public void defineInBoot(String name, byte[] classFile) throws Exception {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field only = type.getDeclaredField("theUnsafe");
        only.setAccessible(true);
        type.getMethod(
                        "defineClass",
                        String.class,
                        byte[].class,
                        int.class,
                        int.class,
                        ClassLoader.class,
                        ProtectionDomain.class)
                .invoke(only.get(null), name, classFile, 0, classFile.length, null, null);
    }
}
