package dev.headcount.cli;

import dev.headcount.cli.output.OutcomeJson;
import dev.headcount.cli.output.OutcomeTable;
import dev.headcount.cli.recording.RecordingFolder;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.replay.Observed;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.WhatIf;
import java.io.PrintWriter;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a recording under other policies, bounds and objectives; needs no JVM. */
@Command(
        name = "whatif",
        mixinStandardHelpOptions = true,
        description = "What other policies and bounds would have done with a recorded load.")
final class WhatIfCommand implements Callable<Integer>, Lasting {

    /** A day of a busy pool is some ten million tasks, and one replay of them a quarter of a minute. */
    private static final Duration LONGEST_REPLAY = Duration.ofMinutes(20);

    private static final String OBSERVED = "observed";

    @Parameters(index = "0", paramLabel = "DIR", description = "What headcount record has made")
    private String folder;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            split = ",",
            description = "adaptive, threshold, aimd, pid, queueing, gradient, hill-climbing,"
                    + " or fixed:N for a constant size (adaptive,threshold)")
    private List<String> policies = Arrays.asList("adaptive", "threshold");

    @Option(names = "--floor", paramLabel = "N", description = "Fewest threads (as recorded)")
    private Integer floor;

    @Option(names = "--ceiling", paramLabel = "N", description = "Most threads (as recorded)")
    private Integer ceiling;

    @Option(names = "--objective", paramLabel = "TIME", description = "A task that waits longer is late (as recorded)")
    private Duration objective;

    @Option(names = "--json", description = "For programs")
    private boolean isJson;

    @Spec
    private CommandSpec spec;

    @Override
    public Duration lasts() {
        return LONGEST_REPLAY;
    }

    @Override
    public Integer call() {
        RecordingFolder recording = new RecordingFolder(Paths.get(folder));
        Sizings sizings = new Sizings(policies, spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        OutcomeJson json = new OutcomeJson();
        for (Scenario recorded : recording.scenarios()) {
            Scenario scenario = asked(recorded);
            WhatIf whatIf = new WhatIf(scenario, observed(recording, recorded, scenario));
            int best = whatIf.bestSize();
            Map<String, Outcome> outcomes = outcomes(whatIf, sizings, best);
            if (isJson) {
                outcomes.forEach((name, outcome) -> json.add(scenario.name, name, name.equals(fixed(best)), outcome));
            } else {
                out.print(OutcomeTable.of(scenario, whatIf.warmUpSeconds(), outcomes, fixed(best)));
            }
        }
        if (isJson) {
            out.println(json.text());
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static Observed observed(RecordingFolder recording, Scenario recorded, Scenario scenario) {
        Observed observed = recording.observed(scenario.name);
        boolean isSameObjective = recorded.objectiveSeconds == scenario.objectiveSeconds;
        return observed == null || isSameObjective ? observed : observed.withoutLate();
    }

    private static String fixed(int size) {
        return "fixed:" + size;
    }

    private static Map<String, Outcome> outcomes(WhatIf whatIf, Sizings sizings, int best) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        if (whatIf.observed() != null) {
            outcomes.put(OBSERVED, whatIf.observed());
        }
        if (whatIf.observedSize() > 0) {
            outcomes.put(fixed(whatIf.observedSize()), whatIf.with(whatIf.observedSize()));
        }
        outcomes.putAll(sizings.of(whatIf));
        outcomes.computeIfAbsent(fixed(best), name -> whatIf.with(best));
        return outcomes;
    }

    private Scenario asked(Scenario recorded) {
        int least = floor == null ? recorded.floor : floor;
        int most = ceiling == null ? Math.max(recorded.ceiling, least) : ceiling;
        least = floor == null ? Math.min(least, most) : least;
        if (least < 1 || most < least || most > Sizings.MOST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--floor and --ceiling take 1 to " + Sizings.MOST + ", the floor at most the ceiling: got " + least
                            + " and " + most);
        }
        if (objective != null && objective.isZero()) {
            throw new ParameterException(spec.commandLine(), "--objective takes 1ms or more: got 0ms");
        }
        return recorded.asked(
                least, most, objective == null ? recorded.objectiveSeconds : objective.toMillis() / 1000.0);
    }
}
