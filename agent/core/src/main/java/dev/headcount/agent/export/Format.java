package dev.headcount.agent.export;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;

/** The text formats that a scraper may ask for; protobuf is not among them, it would be 2 MB of library. */
enum Format {
    OPEN_METRICS(new OpenMetricsTextFormatWriter(/* created= */ false, /* exemplarsOnAll= */ false)),
    TEXT(new PrometheusTextFormatWriter(/* created= */ false));

    final ExpositionFormatWriter writer;

    Format(ExpositionFormatWriter writer) {
        this.writer = writer;
    }

    /** @param accept the header; null when there is none */
    static Format accepted(String accept) {
        return OPEN_METRICS.writer.accepts(accept) ? OPEN_METRICS : TEXT;
    }
}
