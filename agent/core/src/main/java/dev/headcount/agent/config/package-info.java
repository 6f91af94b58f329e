/**
 * What was asked of the agent, by whom, and whether it can be done.
 *
 * <p>The grammar. A <em>key</em> has a value of one of four kinds: a word, a duration ({@code 250ms},
 * {@code 45s}, {@code 10m}, {@code 1h}), a count, or a path.
 *
 * <pre>
 * key             value                          default
 * mode            auto | advise | observe | off  auto
 * tick            50ms to 10s                    200ms
 * wait-objective  1ms to 1h                      100ms
 * ceiling         1 to 10000                     derived for each pool
 * idle-expiry     off | 1s to 1h                 off
 * config          path of a file                 none
 * </pre>
 *
 * <p>A key is given in four places, and where it is given in several the first of these wins:
 *
 * <ol>
 *   <li>agent arguments: {@code -javaagent:headcount-agent.jar=mode=observe,tick=1s}
 *   <li>system property: {@code headcount.tick}
 *   <li>environment variable: {@code HEADCOUNT_WAIT_OBJECTIVE}
 *   <li>file: a flat YAML mapping, {@code tick: 1s}
 * </ol>
 *
 * <p>The whole is valid or nothing of it is applied. Every value is checked, also one that another
 * place overrides. A key that nobody knows is an error with the nearest key that exists.
 */
package dev.headcount.agent.config;
