/**
 * The processes of this machine, read from {@code /proc} without touching them.
 *
 * <p>A <em>JVM</em> is a process that has mapped {@code libjvm.so}. Its <em>inner</em> number is the one that it has
 * in its own container.
 */
package dev.headcount.cli.process;
