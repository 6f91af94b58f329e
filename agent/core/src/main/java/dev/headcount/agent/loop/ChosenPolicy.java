package dev.headcount.agent.loop;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameters;
import dev.headcount.scaling.veto.Vetoes;

/** What the settings of a pool say of how it is decided. */
final class ChosenPolicy {

    private ChosenPolicy() {}

    static Policy of(PoolSettings settings) {
        Policy standard = Policy.of(BuiltIn.named(settings.policy()), Parameters.of(settings.policyParameters()));
        return standard.with(settings.settling(standard.settling()));
    }

    /** Whether a pool that is decided by {@code before} has to begin anew. */
    static boolean isOther(PoolSettings before, PoolSettings after) {
        return !before.policy().equals(after.policy())
                || !before.policyParameters().equals(after.policyParameters())
                || !of(before).settling().equals(of(after).settling());
    }

    static Vetoes vetoes(PoolSettings settings) {
        double limit = settings.errorLimit();
        return limit < 0 ? Vetoes.standard() : Vetoes.withErrorLimit(limit);
    }
}
