package dev.headcount.simulator;

import dev.headcount.scaling.Policy;
import java.util.ArrayList;
import java.util.List;

/** Every contender by name, in the order of the scoreboard. A new law is one line here and one file. */
final class Catalogue {

    private Catalogue() {}

    static List<Contender> all() {
        return List.of(
                Contender.of("threshold", told -> new Ours("threshold", Policy.threshold(), told)),
                Contender.of("static_floor", told -> new Fixed("static_floor", told.floor())),
                Contender.of("static_ceiling", told -> new Fixed("static_ceiling", told.ceiling())));
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
