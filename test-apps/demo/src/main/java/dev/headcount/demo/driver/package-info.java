/**
 * Loads the service twice, without the agent and with it, and says what became of the waiting.
 *
 * <p>The model: a {@link Plan} says when each task is due; {@link Sender} asks the service for it then; the service
 * calls the {@link Downstream}, which runs in the driver's process, so that one clock sees both ends. The
 * {@link Ledger} keeps both moments of each task: the difference is its wait, and what is missing or came twice is
 * lost or doubled. Sizes and queue are the service's own gauges. No figure comes from the agent, so both runs are
 * measured alike.
 */
package dev.headcount.demo.driver;
