package dev.headcount.simulator;

import dev.headcount.replay.PolicyLaw;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.forecast.ForecastKind;
import java.time.ZoneOffset;

/** A policy of Headcount's as a controller; its parameter {@code forecast} is that of the agent, in UTC; {@code told=false} keeps the objective from it. */
final class Ours implements Controller {

    private final String name;
    private final PolicyLaw law;

    Ours(String name, Policy policy, Told told) {
        this.name = name;
        Bounds bounds = Bounds.of(told.floor(), told.ceiling(), told.ceiling(), told.objectiveSeconds());
        law = new PolicyLaw(name, policy, bounds, /* startSize= */ 0)
                .foreseenBy(forecast(told).newForecast(ZoneOffset.UTC));
        if (!isObjectiveTold(told)) {
            law.withoutObjective();
        }
    }

    private static boolean isObjectiveTold(Told told) {
        String text = told.parameters().getOrDefault("told", "true");
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("told must be true or false: got " + text);
        }
        return text.equals("true");
    }

    private static ForecastKind forecast(Told told) {
        String text = told.parameters().getOrDefault(Options.FORECAST, ForecastKind.OFF.text());
        ForecastKind kind = ForecastKind.named(text);
        if (kind == null) {
            throw new IllegalArgumentException("forecast must be off, linear or holt-winters: got " + text);
        }
        return kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size(Signal signal, int target) {
        return law.size(signal, target);
    }
}
