package dev.headcount.agent.boot;

import java.lang.instrument.Instrumentation;

/** The two things that we need from inside the JDK, and that every generation of it keeps behind another door. */
interface JdkInternals {

    /** Lets the classes of the loader of {@code ours}, and nobody else, reflect on what the agent reads in the JDK. */
    void openTo(Class<?> ours, Instrumentation instrumentation) throws Exception;

    /** Defines a class in the boot loader. */
    void defineInBoot(String name, byte[] classFile) throws Exception;
}
