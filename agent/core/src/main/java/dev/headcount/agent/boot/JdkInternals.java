package dev.headcount.agent.boot;

import java.lang.instrument.Instrumentation;
import java.util.Properties;

/** What we need from inside the JDK, and that every generation of it keeps behind another door. */
interface JdkInternals {

    /** Lets the classes of the loader of {@code ours}, and nobody else, reflect on what the agent reads in the JDK. */
    void openTo(Class<?> ours, Instrumentation instrumentation) throws Exception;

    /** The same for the package of one class of the application's. */
    void open(Class<?> type, Class<?> ours, Instrumentation instrumentation) throws Exception;

    /** Defines a class in the boot loader. */
    void defineInBoot(String name, byte[] classFile) throws Exception;

    /** The JVM's properties for tools that attach; strings only. */
    Properties agentProperties() throws Exception;
}
