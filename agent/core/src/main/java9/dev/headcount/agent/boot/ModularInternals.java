package dev.headcount.agent.boot;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.VMSupport;

/**
 * Java 9 and later: packages are opened to the module of our loader; when it is collected they are open to nobody.
 *
 * <p>Compiled apart against the JDK of the build, as Java 8 bytecode. Written with reflection, as the
 * rest would have to be, it cost a third of the whole start: on 18 and later a reflective call of many
 * parameters makes the JDK spin dozens of classes.
 */
final class ModularInternals implements JdkInternals {

    ModularInternals() {}

    @Override
    public void openTo(Class<?> ours, Instrumentation instrumentation) {
        Set<Module> agent = Collections.singleton(ours.getModule());

        Map<String, Set<Module>> opened = new HashMap<>();
        opened.put("java.lang", agent); // Thread: its target, to find pools of workers that live already
        opened.put("java.util.concurrent", agent); // fields of ThreadPoolExecutor, past getters a subclass overrides
        Map<String, Set<Module>> exported = new HashMap<>();
        exported.put("jdk.internal.misc", agent); // Unsafe
        exported.put("jdk.internal.vm", agent); // VMSupport
        redefine(instrumentation, Object.class.getModule(), exported, opened);

        Optional<Module> management = ModuleLayer.boot().findModule("java.management");
        if (management.isPresent()) {
            // ManagementFactory: whether a platform MBean server exists, without creating one
            redefine(
                    instrumentation,
                    management.get(),
                    Collections.emptyMap(),
                    Collections.singletonMap("java.lang.management", agent));
        }
    }

    @Override
    public void open(Class<?> type, Class<?> ours, Instrumentation instrumentation) {
        Module module = type.getModule();
        if (module.isNamed() && module.getLayer() != null && type.getPackage() != null) {
            redefine(
                    instrumentation,
                    module,
                    Collections.<String, Set<Module>>emptyMap(),
                    Collections.singletonMap(
                            type.getPackage().getName(), Collections.singleton(ours.getModule())));
        }
    }

    @Override
    public Properties agentProperties() {
        return VMSupport.getAgentProperties();
    }

    private static void redefine(
            Instrumentation instrumentation,
            Module module,
            Map<String, Set<Module>> exported,
            Map<String, Set<Module>> opened) {
        instrumentation.redefineModule(
                module,
                /* extraReads= */ Collections.<Module>emptySet(),
                exported,
                opened,
                /* extraUses= */ Collections.<Class<?>>emptySet(),
                /* extraProvides= */ Collections.<Class<?>, List<Class<?>>>emptyMap());
    }

    /** Links to {@code Unsafe} when first called, so after {@link #openTo} has exported its package. */
    @Override
    public void defineInBoot(String name, byte[] classFile) {
        Unsafe.getUnsafe().defineClass(name, classFile, 0, classFile.length, null, null);
    }
}
