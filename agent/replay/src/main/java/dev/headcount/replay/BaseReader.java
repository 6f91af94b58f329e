package dev.headcount.replay;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code reference.csv}: the clairvoyant's figures by scenario. */
public final class BaseReader {

    private static final String HEADER = "scenario,thread_seconds,violation";

    private BaseReader() {}

    /** @throws ScenarioException naming file and line */
    public static Map<String, Base> read(String file, String text) {
        String[] lines = text.split("\r?\n", 0);
        if (!lines[0].trim().equals(HEADER)) {
            throw new ScenarioException(file + ":1: expected the header " + HEADER + ": got " + lines[0]);
        }
        Map<String, Base> bases = new LinkedHashMap<>();
        for (int line = 1; line < lines.length; line++) {
            String[] fields = lines[line].split(",", 0);
            double seconds = fields.length == 3 ? Entries.number(fields[1]) : Double.NaN;
            double violation = fields.length == 3 ? Entries.number(fields[2]) : Double.NaN;
            if (!(seconds > 0) || !(violation >= 0 && violation <= 1)) {
                throw new ScenarioException(file + ":" + (line + 1)
                        + ": expected a name, seconds above 0 and a share of 0 to 1: got " + lines[line]);
            }
            bases.put(fields[0], new Base(seconds, violation));
        }
        return bases;
    }
}
