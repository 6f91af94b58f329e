/**
 * What is measured of one pool: counters and probes that the application's threads write, and
 * windows that the tick reads.
 *
 * <p>Two sides meet here. The <em>hook side</em> is called by workers and submitters: no lock, no
 * allocation but a sample's weak reference, no log, no call of application code. The <em>tick side</em>
 * belongs to one thread at a time. What crosses over goes through {@link SampleRing} and
 * {@link Counters} and nothing else.
 *
 * <p>Words: a <em>probe</em> is a sampled task on its way through the queue; it <em>stands for</em> the
 * tasks since the probe before it; it is <em>void</em> when its wait can no longer be known. The room
 * knows no pool, no registry and no JVM class but {@code Thread}.
 */
package dev.headcount.agent.signal;
