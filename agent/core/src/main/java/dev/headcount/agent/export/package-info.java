/**
 * Metrics for Prometheus: what is told, what its series are called, and the endpoint where it can be fetched.
 *
 * <p>An output: it reads the immutable {@link dev.headcount.agent.loop.View} of a pool and never the pool, so that a
 * scrape can't wait for an application's code. Nobody else depends on it, and it is asleep until an address is
 * configured: neither its libraries nor the JDK's server are loaded before.
 *
 * <p>Words: a <em>family</em> is a metric's name with its type and meaning; a <em>series</em> is a family with
 * labels; a <em>cell</em> is one series' value in one scrape; a <em>page</em> is what a scrape gets, its shape
 * being everything but the numbers. A pool without series of its own is <em>folded</em> into those of the
 * pool {@code _other}.
 */
package dev.headcount.agent.export;
