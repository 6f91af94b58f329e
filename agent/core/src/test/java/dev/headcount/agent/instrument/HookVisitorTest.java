package dev.headcount.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table against the classes of the JDK that runs the build; the other JDKs are for the packaged agent. */
final class HookVisitorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java/util/concurrent/ThreadPoolExecutor",
                "java/util/concurrent/ScheduledThreadPoolExecutor",
                "java/util/concurrent/Executors$DelegatedExecutorService",
                "java/util/concurrent/FutureTask",
                "java/util/concurrent/CompletableFuture$AsyncSupply",
                "java/util/concurrent/CompletableFuture$AsyncRun"
            })
    void apply_classOfThisJdk_insertsEveryHookPoint(String name) throws IOException {
        List<String> calls = bridgeCalls(HookVisitor.apply(name, bytesOf(name)));

        assertThat(calls).hasSizeGreaterThanOrEqualTo(HookTable.of(name).size());
    }

    @Test
    void apply_execute_tellsAroundTheOffer() throws IOException {
        String name = "java/util/concurrent/ThreadPoolExecutor";

        List<String> calls = bridgeCalls(HookVisitor.apply(name, bytesOf(name)));

        assertThat(calls).contains("execute: offering", "execute: offered");
        assertThat(calls.indexOf("execute: offered")).isEqualTo(calls.indexOf("execute: offering") + 1);
    }

    @Test
    void apply_classWithoutThePlace_namesTheHookPoint() throws IOException {
        byte[] other = bytesOf("java/util/concurrent/FutureTask");

        assertThatThrownBy(() -> HookVisitor.apply("java/util/concurrent/ScheduledThreadPoolExecutor", other))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("no place for a hook")
                .hasMessageContaining("delayedExecute");
    }

    @Test
    void apply_pointThatMayBeMissing_isDoneWithout() throws IOException {
        byte[] other = bytesOf("java/util/concurrent/FutureTask");

        assertThat(bridgeCalls(HookVisitor.apply("java/util/concurrent/CompletableFuture$AsyncRun", other)))
                .isEmpty();
    }

    @Test
    void transform_unknownShape_isReportedAndChangesNothing() {
        HookTransformer transformer = new HookTransformer();

        byte[] result =
                transformer.transform(null, "java/util/concurrent/FutureTask", null, null, new byte[] {1, 2, 3});

        assertThat(result).isNull();
        assertThat(transformer.failure()).startsWith("java.util.concurrent.FutureTask");
    }

    @Test
    void transform_applicationClassOfTheSameName_isLeftAlone() throws IOException {
        HookTransformer transformer = new HookTransformer();

        byte[] result = transformer.transform(
                getClass().getClassLoader(),
                "java/util/concurrent/FutureTask",
                null,
                null,
                bytesOf("java/util/concurrent/FutureTask"));

        assertThat(result).isNull();
        assertThat(transformer.failure()).isNull();
    }

    private static byte[] bytesOf(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        }
    }

    private static List<String> bridgeCalls(byte[] type) {
        List<String> calls = new ArrayList<>();
        new ClassReader(type)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String name, String desc, boolean isInterface) {
                                        if (owner.equals(HookTable.BRIDGE)) {
                                            calls.add(method + ": " + name);
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return calls;
    }
}
