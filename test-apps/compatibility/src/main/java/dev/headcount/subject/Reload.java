package dev.headcount.subject;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * An application whose configuration file changes under it.
 *
 * <p>Argument: the file, a symbolic link as Kubernetes makes them, through {@code ..data}. Changes it in several
 * ways and prints after how many milliseconds the bean of its pool of 2 showed each: {@code saw WHAT MILLIS}.
 */
final class Reload {

    private static MBeanServer server;
    private static ObjectName bean;
    private static Path file;

    private Reload() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        file = Paths.get(arguments[0]);
        server = ManagementFactory.getPlatformMBeanServer();
        ThreadPoolExecutor pool = Pools.unbounded("orders", 2, 2);
        Gate[] gates = {new Gate(), new Gate()};
        for (Gate gate : gates) {
            pool.execute(gate);
        }
        ObjectName pattern = new ObjectName("headcount:type=Pool,name=orders,*");
        Pools.await("its bean", () -> !names(pattern).isEmpty());
        bean = names(pattern).iterator().next();

        write("rules:\n- pool: orders\n  ceiling: 12\n");
        saw("rule", "Ceiling", 12);
        swap("ceiling: 3x core\n");
        saw("swap", "Ceiling", 6);
        write("ceiling: 3x core\nrules:\n- pool: orders\n  floor: 5\n");
        saw("floor", "Floor", 5);
        saw("grown", "Core", 5);
        write("ceiling: 99x\n");
        Pools.await(
                "an error",
                () -> String.valueOf(of("headcount:type=Agent", "ConfigError")).contains("99x"));
        System.out.println("kept " + get("Floor") + " " + get("Ceiling"));
        server.invoke(bean, "pin", new Object[] {4, 10, "a person"}, new String[] {"int", "int", "java.lang.String"});
        saw("pinned", "Core", 4);
        write("enabled: false\n");
        saw("stopped", "Core", 2);
        write("enabled: true\nwrites: none\n");
        saw("started", "State", "normal");
        try {
            server.invoke(bean, "pin", new Object[] {4, 10, ""}, new String[] {"int", "int", "java.lang.String"});
            System.out.println("closed no");
        } catch (Exception refused) {
            System.out.println("closed " + refused.getCause().getMessage());
        }
        for (Gate gate : gates) {
            gate.open();
        }
        Pools.end(pool);
        System.out.println("ended");
    }

    private static Set<ObjectName> names(ObjectName pattern) {
        return server.queryNames(pattern, null);
    }

    private static Object get(String attribute) {
        return of(bean.toString(), attribute);
    }

    private static Object of(String name, String attribute) {
        try {
            return server.getAttribute(new ObjectName(name), attribute);
        } catch (Exception gone) {
            return gone;
        }
    }

    private static void saw(String what, String attribute, Object value) {
        long start = System.nanoTime();
        Pools.await(what + ": " + attribute + " " + value, () -> value.equals(get(attribute)));
        System.out.println("saw " + what + " " + (System.nanoTime() - start) / 1_000_000);
    }

    private static void write(String content) throws Exception {
        Files.write(file.toRealPath(), content.getBytes(StandardCharsets.UTF_8));
    }

    /** As the kubelet does it: a new folder, a new link, moved over the old one. */
    private static void swap(String content) throws Exception {
        Path folder = file.getParent();
        Path next = Files.createTempDirectory(folder, "..next");
        Files.write(next.resolve(file.getFileName()), content.getBytes(StandardCharsets.UTF_8));
        Path link = folder.resolve("..data_tmp");
        Files.createSymbolicLink(link, next.getFileName());
        Files.move(
                link,
                folder.resolve("..data"),
                Arrays.asList(StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
                        .toArray(new StandardCopyOption[0]));
    }
}
