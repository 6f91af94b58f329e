package dev.headcount.scaling.forecast;

import java.time.ZoneId;

/** The forecasts that a user may choose by name; a floor by the clock is a {@link Schedule}'s and needs no choice. */
public enum ForecastKind {
    OFF("off") {
        @Override
        public Forecast newForecast(ZoneId zone) {
            return Forecast.NONE;
        }
    },
    LINEAR("linear") {
        @Override
        public Forecast newForecast(ZoneId zone) {
            return new Linear();
        }
    },
    HOLT_WINTERS("holt-winters") {
        @Override
        public Forecast newForecast(ZoneId zone) {
            return new Seasonal(zone);
        }
    };

    private final String text;

    ForecastKind(String text) {
        this.text = text;
    }

    /** A forecast for one pool. */
    public abstract Forecast newForecast(ZoneId zone);

    /** As in the configuration. */
    public String text() {
        return text;
    }

    /** The one of that name; {@code null} when there is none. */
    public static ForecastKind named(String text) {
        for (ForecastKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        return null;
    }
}
