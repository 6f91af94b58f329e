package dev.headcount.simulator;

import dev.headcount.scaling.Policy;
import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameters;
import java.util.ArrayList;
import java.util.List;

/** Every contender by name, in the order of the scoreboard. A new law is one line here and one file. */
final class Catalogue {

    private static final double TOMCAT_KEEP_ALIVE_SECONDS = 60;

    private Catalogue() {}

    static List<Contender> all() {
        return List.of(
                Contender.of("adaptive", told -> new Ours("adaptive", Policy.adaptive(), told)),
                Contender.of("threshold", told -> new Ours("threshold", Policy.threshold(), told)),
                ours("aimd", BuiltIn.AIMD),
                ours("pid", BuiltIn.PID),
                ours("queueing", BuiltIn.QUEUEING),
                ours("gradient", BuiltIn.GRADIENT),
                ours("hill_climbing", BuiltIn.HILL_CLIMBING),
                new Clairvoyant(),
                new Oracle("rate_oracle", /* isLagged= */ false),
                new Oracle("lagged_oracle", /* isLagged= */ true),
                new StaticBest(),
                Contender.of("static_floor", told -> new Fixed("static_floor", told.floor())),
                Contender.of("static_ceiling", told -> new Fixed("static_ceiling", told.ceiling())),
                Contender.of("threshold_textbook", TextbookThreshold::new),
                Contender.of("aimd_textbook", TextbookAimd::new),
                Contender.of("little_b2", told -> new Little("little_b2", 2, /* hasBacklog= */ false, 0, told)),
                Contender.of(
                        "little_backlog", told -> new Little("little_backlog", 0.4, /* hasBacklog= */ true, 3, told)),
                Contender.of("hpa", Hpa::new),
                Contender.of("aimd_netflix", NetflixAimd::new),
                Contender.of("gradient2", Gradient2::new),
                Contender.of("dotnet_hillclimb", DotNetHillClimbing::new),
                Contender.of("liberty", Liberty::new),
                Contender.of(
                        "tomcat_elastic",
                        settings -> settings.eager(/* eager= */ true, TOMCAT_KEEP_ALIVE_SECONDS),
                        told -> new Fixed("tomcat_elastic", told.ceiling())));
    }

    private static Contender ours(String name, BuiltIn law) {
        return Contender.of(name, told -> new Ours(name, Policy.of(law, Parameters.STANDARD), told));
    }

    /** @throws IllegalArgumentException naming what there is */
    static List<Contender> named(List<String> names) {
        List<Contender> all = all();
        if (names.isEmpty()) {
            return all;
        }
        List<Contender> found = new ArrayList<>();
        for (String name : names) {
            found.add(all.stream()
                    .filter(contender -> contender.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no controller " + name + "; there are "
                            + String.join(
                                    ", ", all.stream().map(Contender::name).toList()))));
        }
        return found;
    }
}
