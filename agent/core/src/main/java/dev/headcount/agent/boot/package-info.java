/**
 * The ground that the agent stands on: what has to be true of the JVM before another class of ours is used.
 *
 * <p>The bridge is in the boot loader, and the packages of the JDK that the agent reads are open to its own
 * loader and to nobody else. {@code src/main/java9} holds the one class that names what Java 8 does not have.
 */
package dev.headcount.agent.boot;
