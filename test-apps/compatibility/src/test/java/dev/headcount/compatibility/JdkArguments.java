package dev.headcount.compatibility;

import dev.headcount.compatibility.OnEachJdk.Breadth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Picks the versions for {@link OnEachJdk}, and has the summary say which were left out. */
final class JdkArguments implements ArgumentsProvider {

    /** The versions that differ most; what passes on both rarely fails between them. */
    private static final List<Integer> FULL = List.of(8, 25);

    private static final String BREADTH = System.getProperty("headcount.jdks", "standard");

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        OnEachJdk wanted = context.getRequiredTestMethod().getAnnotation(OnEachJdk.class);
        context.getRoot()
                .getStore(Namespace.create(JdkArguments.class))
                .getOrComputeIfAbsent("summary", key -> new Summary());
        return Jdks.found().stream()
                .filter(jdk -> jdk.version() >= wanted.from() && jdk.version() <= wanted.to())
                .filter(jdk -> wanted.value() == Breadth.SMOKE || inFull(jdk))
                .map(Arguments::of);
    }

    private static boolean inFull(Jdk jdk) {
        return switch (BREADTH) {
            case "all" -> true;
            case "standard" -> FULL.contains(jdk.version());
            default -> throw new IllegalStateException("headcount.jdks must be standard or all: got " + BREADTH);
        };
    }

    /** One line at the end of the run; JUnit closes what its root store holds. */
    private record Summary() implements AutoCloseable {
        @Override
        public void close() {
            List<Integer> here = Jdks.found().stream().map(Jdk::version).toList();
            List<Integer> missing = Jdks.SUPPORTED.stream()
                    .filter(version -> !here.contains(version))
                    .toList();
            List<Integer> smoke = Jdks.found().stream()
                    .filter(jdk -> !inFull(jdk))
                    .map(Jdk::version)
                    .toList();
            System.out.println("JDKs: full on "
                    + here.stream().filter(version -> !smoke.contains(version)).toList() + ", smoke only on " + smoke
                    + ", not found and not covered " + missing);
        }
    }
}
