/**
 * What is changed in the classes of the JDK: a table of hook points, and the visitor that applies it.
 *
 * <p>Words: a <em>hook point</em> is one place in one method where one call of the bridge is
 * inserted. Inserted code is loads and a static call: no branch, so the stack maps that the JDK's
 * compiler made stay valid, and no frame, field, lambda or local of ours.
 *
 * <p>The room knows the bridge's method names and nothing else of Headcount.
 */
package dev.headcount.agent.instrument;
