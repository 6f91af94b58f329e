/**
 * Values that beans of the application give for our own signals: read once a second, on a thread of which nothing else
 * depends, since an attribute is the application's code and may block or throw for ever.
 *
 * <p>Words: a {@link dev.headcount.agent.external.Watched} attribute is asked for by one pool's rule; its value is
 * unknown when the last one is older than ten seconds; what is unknown vetoes nothing.
 */
package dev.headcount.agent.external;
