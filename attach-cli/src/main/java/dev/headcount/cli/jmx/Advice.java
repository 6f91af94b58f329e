package dev.headcount.cli.jmx;

/** Who knows the commands says what to try when a bean has refused. */
public interface Advice {

    /**
     * @param bean what a person calls it
     * @param refused what the bean threw, without JMX's wrapping
     * @return a command that can be pasted, or a sentence where there is no such command
     */
    String after(String bean, boolean isPool, Throwable refused);
}
