package dev.headcount.agent.boot;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Opens to the agent's own loader, and to nobody else, what it has to read inside the JDK (9 and later).
 *
 * <p>Written against reflection, since Java 8 has no modules and these few calls run once. When the
 * loader is collected its module goes, and what was opened to it is open to nobody.
 */
final class Modules {

    private final Class<?> type;
    private final Method ofClass;

    private Modules(Class<?> type, Method ofClass) {
        this.type = type;
        this.ofClass = ofClass;
    }

    /** The module system of this JVM; null on Java 8, which has none. */
    static Modules find() throws Exception {
        try {
            return new Modules(Class.forName("java.lang.Module"), Class.class.getMethod("getModule"));
        } catch (ClassNotFoundException isJava8) {
            return null;
        }
    }

    /** Opens what the agent needs to the module of {@code ours}. */
    void openTo(Class<?> ours, Instrumentation instrumentation) throws Exception {
        Set<?> agent = Collections.singleton(ofClass.invoke(ours));

        Map<String, Set<?>> opened = new HashMap<>();
        opened.put("java.lang", agent); // Thread: its target, to find pools of workers that live already
        opened.put("java.util.concurrent", agent); // fields of ThreadPoolExecutor, past getters a subclass overrides
        redefine(
                instrumentation,
                ofClass.invoke(Object.class),
                /* exported= */ Collections.singletonMap("jdk.internal.misc", agent),
                opened);

        Object management = bootModule("java.management");
        if (management != null) {
            // ManagementFactory: whether a platform MBean server exists, without creating one
            redefine(
                    instrumentation,
                    management,
                    Collections.emptyMap(),
                    Collections.singletonMap("java.lang.management", agent));
        }
    }

    /** Null where the run-time image was linked without it. */
    private static Object bootModule(String name) throws Exception {
        Class<?> layerType = Class.forName("java.lang.ModuleLayer");
        Object layer = layerType.getMethod("boot").invoke(null);
        Object found = layerType.getMethod("findModule", String.class).invoke(layer, name);
        return found.getClass().getMethod("orElse", Object.class).invoke(found, (Object) null);
    }

    private void redefine(
            Instrumentation instrumentation, Object module, Map<String, ?> exported, Map<String, ?> opened)
            throws Exception {
        Instrumentation.class
                .getMethod("redefineModule", type, Set.class, Map.class, Map.class, Set.class, Map.class)
                .invoke(
                        instrumentation,
                        module,
                        /* reads= */ Collections.emptySet(),
                        exported,
                        opened,
                        /* uses= */ Collections.emptySet(),
                        /* provides= */ Collections.emptyMap());
    }
}
