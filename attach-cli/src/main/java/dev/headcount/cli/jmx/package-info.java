/** The agent's beans in another JVM, seen from here: names and meanings are those of its JMX contract. */
package dev.headcount.cli.jmx;
