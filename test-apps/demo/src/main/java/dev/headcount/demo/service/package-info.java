/**
 * A service that nobody tuned: its endpoint hands work to an {@code @Async} method on Spring Boot's default
 * {@code applicationTaskExecutor}, eight threads over a queue without bound, and that method calls a slow downstream.
 *
 * <p>It knows neither Headcount nor the driver that loads it.
 */
package dev.headcount.demo.service;
