/**
 * The pools of this JVM: how they are found, named, told apart, read and resized.
 *
 * <p>Way of a pool: its constructor leaves a {@link dev.headcount.agent.pool.Birth}; its first task makes
 * it a {@link dev.headcount.agent.pool.Pool}, which is measured from then on; the next tick introduces
 * it, with a name and a kind, and it is listed. It leaves when it ends or when nobody holds it any more.
 *
 * <p>Invariant: nothing here keeps a pool, its tasks, its threads or their class loader alive.
 * Invariant: {@link dev.headcount.agent.pool.Resizer} alone calls the setters.
 */
package dev.headcount.agent.pool;
