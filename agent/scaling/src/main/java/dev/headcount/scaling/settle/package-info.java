/**
 * The last step of a tick: when a target that is wanted may be taken, and how much of it at once.
 *
 * <p>{@code Settling} is what a policy or a user chose, {@code Settler} what one pool remembers of it.
 */
package dev.headcount.scaling.settle;
