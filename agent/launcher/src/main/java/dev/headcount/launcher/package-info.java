/**
 * All of the agent that the application can see: a door, the jar behind it, and the loader that reads the jar.
 *
 * <p>The jar has three rooms. Its root holds this package; {@code headcount/boot/} the bridge's class files,
 * which go into the boot loader from memory; {@code headcount/isolated/} the agent and its libraries. Nothing
 * in here knows what the agent does.
 */
package dev.headcount.launcher;
