package dev.headcount.compatibility;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test, which takes a {@link Jdk}, once on each Java that is here and within the bounds.
 *
 * <p>A {@link Breadth#FULL} test runs on the oldest and the newest version, a {@link Breadth#SMOKE}
 * test on all; with {@code -Dheadcount.jdks=all} both do.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}", allowZeroInvocations = true)
@ArgumentsSource(JdkArguments.class)
public @interface OnEachJdk {

    Breadth value() default Breadth.FULL;

    /** The oldest version that the test makes sense on. */
    int from() default 8;

    /** The newest version that the test makes sense on. */
    int to() default Integer.MAX_VALUE;

    /** How many versions a test is worth running on. */
    enum Breadth {
        SMOKE,
        FULL
    }
}
