package dev.headcount.cli.output;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.headcount.replay.Outcome;

/** What sizings made of loads, for programs: an array of objects, a pool and a policy each, unknown figures null. */
public final class OutcomeJson {

    private final JsonStringWriter json = JsonWriter.indent("  ").string().array();

    public void add(String pool, String policy, boolean isBestFixed, Outcome outcome) {
        json.object()
                .value("pool", pool)
                .value("policy", policy)
                .value("isBestFixed", isBestFixed)
                .value("lateShare", PoolJson.known(outcome.violation))
                .value("waitP50Millis", PoolJson.known(outcome.waitP50Seconds * 1000))
                .value("waitP99Millis", PoolJson.known(outcome.waitP99Seconds * 1000))
                .value("threadSeconds", PoolJson.known(outcome.threadSeconds))
                .value("peak", outcome.peak)
                .value("resizesPerMinute", PoolJson.known(outcome.resizesPerMinute))
                .value("reversalsPerMinute", PoolJson.known(outcome.reversalsPerMinute))
                .value("completed", outcome.completed)
                .value("dropped", outcome.dropped)
                .end();
    }

    public String text() {
        return json.end().done();
    }
}
