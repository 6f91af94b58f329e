package dev.headcount.compatibility;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program cannot tell from its pools that the agent is there. */
final class InvisibleIT {

    @OnEachJdk(SMOKE)
    void contracts_underAgent_printTheSame(Jdk jdk) {
        Outcome bare = ChildJvm.on(jdk, "invisible-bare").run("Invisible").isClean();
        Outcome auto =
                ChildJvm.on(jdk, "invisible-auto").agent("").run("Invisible").isClean();

        assertThat(bare.out()).as(bare.child()).endsWith("end").hasSizeGreaterThan(200);
        assertThat(auto.out()).as(auto.child()).isEqualTo(bare.out());
    }

    @OnEachJdk
    void contracts_underObservingAgent_printTheSame(Jdk jdk) {
        Outcome bare = ChildJvm.on(jdk, "invisible-bare-too").run("Invisible").isClean();
        Outcome observed = ChildJvm.on(jdk, "invisible-observe")
                .agent("mode=observe")
                .run("Invisible")
                .isClean();

        assertThat(observed.out()).as(observed.child()).isEqualTo(bare.out());
    }

    /** Without this a contract that loses a call would go on passing. */
    @Test
    void contracts_callEveryPublicMethodOfThePools() {
        Set<String> called = new ClassFileImporter()
                .importPath(Path.of(System.getProperty("headcount.subjects", "target/classes"))).stream()
                        .filter(subject -> subject.getSimpleName().endsWith("Contract")
                                || subject.getSimpleName().equals("Pools"))
                        .flatMap(InvisibleIT::calls)
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Class<?> pool : Set.of(
                ThreadPoolExecutor.class,
                ScheduledThreadPoolExecutor.class,
                AbstractExecutorService.class,
                Executors.class)) {
            new ClassFileImporter()
                    .importClass(pool).getMethods().stream()
                            .filter(method -> method.getModifiers().contains(PUBLIC))
                            .map(JavaMethod::getName)
                            .filter(name -> !called.contains(name) && !UNTOUCHED.contains(name))
                            .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /** They wrap a callable for a security manager, and have nothing to do with pools. */
    private static final Set<String> UNTOUCHED =
            Set.of("privilegedCallable", "privilegedCallableUsingCurrentClassLoader");

    private static Stream<String> calls(JavaClass subject) {
        return Stream.concat(subject.getMethodCallsFromSelf().stream(), subject.getMethodReferencesFromSelf().stream())
                .map(access -> access.getTarget().getName());
    }
}
