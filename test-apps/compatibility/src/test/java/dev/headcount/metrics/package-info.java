/** The metrics of a real process, as a real Prometheus and the JMX exporter get them. */
package dev.headcount.metrics;
