/**
 * The loop that ties the rooms together: once a tick it reads each pool, asks the autoscaler, tells the
 * resizer, and publishes what it saw.
 *
 * <p>Threads: one thread ticks. {@link dev.headcount.agent.loop.TickLoop#supervise} is called by another
 * one, which replaces a loop that died or that an application's code holds up. Outputs read the immutable
 * {@link dev.headcount.agent.loop.View} of a pool and never the pool; operators leave their wishes in
 * {@link dev.headcount.agent.loop.PoolOperator}, where the next tick finds them.
 */
package dev.headcount.agent.loop;
