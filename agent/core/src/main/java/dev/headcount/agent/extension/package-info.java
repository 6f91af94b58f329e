/**
 * Deciders of others, in jars that the configuration names: loaded, watched, and let go.
 *
 * <p>An {@link dev.headcount.agent.extension.Extension} is one jar and has a class loader of its own; it brings
 * {@link dev.headcount.agent.extension.ExtensionPolicy policies}. {@link dev.headcount.agent.extension.Extensions} are
 * those of one configuration.
 *
 * <p>Law: their code is called in two places only: {@code Trial}, when a configuration is read, and
 * {@code ExtensionDecider}, when a pool is decided. From both come values of ours and texts alone; no object of theirs
 * is kept elsewhere, so that an extension is gone with the last pool that follows it. What it does wrong is its own
 * pools' trouble.
 */
package dev.headcount.agent.extension;
