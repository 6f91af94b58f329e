/**
 * The beans under the domain {@code headcount}: what people and programs outside the JVM see and may do.
 *
 * <p>An output: it reads the immutable {@link dev.headcount.agent.loop.View} of a pool, leaves wishes with its
 * {@link dev.headcount.agent.loop.PoolOperator}, and never touches an executor. Nobody else depends on it.
 *
 * <p>Words: each bean is an MXBean whose interface says, by the annotations of this room, what a client is
 * shown of every attribute, operation and parameter. Only primitives, strings and exceptions of the JDK cross
 * over, so that a client needs no class of ours.
 *
 * <p>Invariant: the room uses a platform MBean server that the application has made, and never makes one.
 */
package dev.headcount.agent.jmx;
