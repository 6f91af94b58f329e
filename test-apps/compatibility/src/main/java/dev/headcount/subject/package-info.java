/**
 * Programs that run in JVMs of their own, with and without the agent, on every JDK from 8 on.
 *
 * <p>Law: a subject knows nothing of Headcount but the names of its beans. It prints what it saw, as
 * lines {@code KEY VALUE}, and judges nothing: the tests do. Each begins with {@link
 * dev.headcount.subject.Parent#watch}, so that none outlives a build that was killed.
 */
package dev.headcount.subject;
