package dev.headcount.agent.loop;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.extension.ExtensionPolicy;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameters;
import dev.headcount.scaling.veto.Vetoes;
import java.util.Map;

/** What the settings of a pool say of how it is decided. */
final class ChosenPolicy {

    private ChosenPolicy() {}

    static Policy of(PoolSettings settings) {
        Policy standard = standard(settings);
        return standard.with(settings.settling(standard.settling()));
    }

    /** One of an extension rests as our textbook laws do: it is not said to pace itself. */
    private static Policy standard(PoolSettings settings) {
        ExtensionPolicy theirs = settings.extensionPolicy();
        Map<String, String> parameters = settings.policyParameters();
        return theirs == null
                ? Policy.of(BuiltIn.named(settings.policy()), Parameters.of(parameters))
                : new Policy(() -> theirs.newDecider(parameters), Policy.DEFAULT_UP_NANOS, Policy.DEFAULT_DOWN_NANOS);
    }

    /** Whether a pool that is decided by {@code before} has to begin anew. */
    static boolean isOther(PoolSettings before, PoolSettings after) {
        return !before.policy().equals(after.policy())
                || before.extensionPolicy() != after.extensionPolicy()
                || !before.policyParameters().equals(after.policyParameters())
                || !of(before).settling().equals(of(after).settling());
    }

    static Vetoes vetoes(PoolSettings settings) {
        double limit = settings.errorLimit();
        return limit < 0 ? Vetoes.standard() : Vetoes.withErrorLimit(limit);
    }
}
