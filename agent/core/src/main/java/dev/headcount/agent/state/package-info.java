/**
 * What the agent remembers over restarts: a text file with a section for each thing that is kept of each pool.
 *
 * <p>A {@link dev.headcount.agent.state.Memory} is handed in by whoever has something to remember, asked for its
 * lines every few minutes, and told once what it said before the restart. All files are touched by one thread, which
 * is neither the loop's nor the application's; who loses the file loses experience and nothing else.
 */
package dev.headcount.agent.state;
