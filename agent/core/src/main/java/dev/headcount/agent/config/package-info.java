/**
 * What was asked of the agent, by whom, and whether it can be done.
 *
 * <p>{@link dev.headcount.agent.config.Key} lists the keys and {@link dev.headcount.agent.config.Value} the
 * forms of their values; {@code docs/configuration.md} and the schema for editors are made from the two.
 *
 * <p>A key is given in four places, and where it is given in several the first of these wins:
 *
 * <ol>
 *   <li>agent arguments: {@code -javaagent:headcount-agent.jar=mode=observe,tick=1s}
 *   <li>system property: {@code headcount.tick}
 *   <li>environment variable: {@code HEADCOUNT_WAIT_OBJECTIVE}
 *   <li>file: a YAML mapping, {@code tick: 1s}
 * </ol>
 *
 * <p>The file may also hold <em>rules</em>, which apply to the pools that they match, and it is followed while
 * the program runs ({@link dev.headcount.agent.config.Configuration}).
 *
 * <p>The whole is valid or nothing of it is applied. Every value is checked, also one that another
 * place overrides. A key that nobody knows is an error with the nearest key that exists.
 */
package dev.headcount.agent.config;
