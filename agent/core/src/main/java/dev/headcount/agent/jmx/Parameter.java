package dev.headcount.agent.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/**
 * What a parameter is called: without it clients show {@code p0}.
 *
 * <p>Public, since the JDK's introspector, which copies it into the descriptor, refuses others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Parameter {
    /** A word; what it may be stands in its {@link Description}. */
    @DescriptorKey("parameterName")
    String value();
}
