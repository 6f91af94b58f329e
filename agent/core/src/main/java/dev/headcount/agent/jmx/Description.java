package dev.headcount.agent.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/**
 * What a client is shown beside a bean, an attribute, an operation or a parameter.
 *
 * <p>Public, since the JDK's introspector, which copies it into the descriptor, refuses others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface Description {
    /** A sentence or two; for a number with its unit, for an operation with what it needs. */
    @DescriptorKey("description")
    String value();
}
