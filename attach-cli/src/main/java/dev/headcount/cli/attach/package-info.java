/**
 * The way into another JVM: finding it, looking whether it can be reached without harm, attaching, loading the agent.
 *
 * <p>The <em>target</em> is the other JVM. An <em>obstacle</em> is seen before anything is done to it; the
 * <em>agent's word</em> is what counts after.
 */
package dev.headcount.cli.attach;
