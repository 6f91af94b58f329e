package dev.headcount.agent;

import dev.headcount.agent.instrument.HookTransformer;
import dev.headcount.bridge.Bridge;
import java.lang.instrument.Instrumentation;

/** Takes the hooks out again: nobody listens first, so that the order of the rest does not matter. */
final class Uninstall {

    private Uninstall() {}

    static void hooks(Instrumentation instrumentation, HookTransformer transformer) {
        Bridge.install(null);
        transformer.withdraw();
        transformer.retransformLoaded(instrumentation);
        instrumentation.removeTransformer(transformer);
    }
}
