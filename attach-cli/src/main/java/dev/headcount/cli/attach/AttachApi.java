package dev.headcount.cli.attach;

import dev.headcount.cli.process.JvmProcess;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider.Accessor;

/**
 * The JDK's attach API, wherever this Java keeps it: a module from 9 on, {@code tools.jar} before, nowhere in a JRE.
 *
 * <p>Invariant: looked up once a process, since its native library can be loaded through one class loader only.
 * Time: any call may hang for as long as the other JVM does; the caller brings the time-out.
 */
public final class AttachApi {

    /** Not Byte Buddy's default, whose last resort imitates the API by way of a native library. */
    private static final AttachmentProvider PROVIDER = new AttachmentProvider.Compound(
            AttachmentProvider.ForModularizedVm.INSTANCE,
            AttachmentProvider.ForJ9Vm.INSTANCE,
            AttachmentProvider.ForStandardToolsJarVm.JVM_ROOT,
            AttachmentProvider.ForStandardToolsJarVm.JDK_ROOT,
            AttachmentProvider.ForStandardToolsJarVm.MACINTOSH,
            AttachmentProvider.ForUserDefinedToolsJar.INSTANCE);

    /** {@code com.sun.tools.attach.VirtualMachine}; {@code null} when this Java has none. */
    private final Class<?> type;

    public AttachApi() {
        Accessor accessor = PROVIDER.attempt();
        type = accessor.isAvailable() ? accessor.getVirtualMachineType() : null;
    }

    boolean isAvailable() {
        return type != null;
    }

    AttachedJvm attach(JvmProcess target) throws Exception {
        Method attach = type.getMethod("attach", String.class);
        return new AttachedJvm(type, call(attach, null, Long.toString(target.pid())));
    }

    /** What the API calls the JVMs that it knows of: those of this user that keep performance data. */
    public Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        if (type == null) {
            return names;
        }
        try {
            Class<?> descriptor =
                    Class.forName("com.sun.tools.attach.VirtualMachineDescriptor", false, type.getClassLoader());
            for (Object jvm : (List<?>) call(type.getMethod("list"), null)) {
                names.put(Long.valueOf((String) call(descriptor.getMethod("id"), jvm)), (String)
                        call(descriptor.getMethod("displayName"), jvm));
            }
        } catch (Exception unanswered) {
            return names; // /proc has the JVMs; here were but nicer names
        }
        return names;
    }

    static Object call(Method method, Object on, Object... arguments) throws Exception {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Exception) {
                throw (Exception) failed.getCause();
            }
            throw failed;
        }
    }
}
