package dev.headcount.subject;

import dev.headcount.subject.Orders.Action;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An agent of somebody else's: sees the bytes of the JDK's executor classes, from before to after all others.
 *
 * <p>Law: what it is shown when it asks for a class is what the JVM runs without any transformer, so it must not
 * change; whether hooks are in what the JVM does run shows in who calls the bridge.
 * It registers first and stays registered: one that comes later sees constants that others have left behind.
 */
public final class ClassFiles implements ClassFileTransformer {

    private static final List<String> SEEN = Arrays.asList(
            "java/util/concurrent/ThreadPoolExecutor",
            "java/util/concurrent/ScheduledThreadPoolExecutor",
            "java/util/concurrent/FutureTask",
            "java/util/concurrent/CompletableFuture$AsyncSupply",
            "java/util/concurrent/CompletableFuture$AsyncRun",
            "java/util/concurrent/Executors$DelegatedExecutorService");

    private static final Map<String, String> DIGESTS = new ConcurrentHashMap<>();

    private static volatile Instrumentation instrumentation;

    private ClassFiles() {}

    public static void premain(String arguments, Instrumentation ours) {
        ours.addTransformer(new ClassFiles(), /* canRetransform= */ true);
        instrumentation = ours;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
        if (loader == null && SEEN.contains(name)) {
            DIGESTS.put(name, digest(original));
        }
        return null;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return bytes.length + " bytes " + new BigInteger(1, digest).toString(16);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Prints the digest of each class as it passed last. */
    static Action seen() {
        return words ->
                new TreeMap<>(DIGESTS).forEach((name, digest) -> System.out.println("class " + name + ' ' + digest));
    }

    /** Has the JVM show each class again, then prints as {@link #seen()} does. */
    static Action shown() {
        return words -> {
            DIGESTS.clear();
            List<Class<?>> classes = new ArrayList<>();
            for (String name : SEEN) {
                classes.add(Class.forName(name.replace('/', '.')));
            }
            instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
            seen().perform(words);
        };
    }

    /** Listens at the bridge itself while {@code work} is done, and prints how often it was called. */
    static Action heard(Action work) {
        return words -> {
            Class<?> hooks = Class.forName("dev.headcount.bridge.PoolHooks", false, null);
            AtomicInteger calls = new AtomicInteger();
            Object listener = Proxy.newProxyInstance(null, new Class<?>[] {hooks}, (proxy, method, arguments) -> {
                calls.incrementAndGet();
                return method.getReturnType() == int.class ? 0 : null;
            });
            Class.forName("dev.headcount.bridge.Bridge", true, null)
                    .getMethod("install", hooks)
                    .invoke(null, listener);
            work.perform(words);
            System.out.println("heard " + calls);
        };
    }
}
