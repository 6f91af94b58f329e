/**
 * The command line, one class a command: each reads its words, asks a room, prints.
 *
 * <p>Rooms, each knowing only those before it: {@code refusal}, {@code process}, {@code attach}, {@code jmx},
 * {@code output}. Java 8, since the host has only the application's JDK.
 */
package dev.headcount.cli;
