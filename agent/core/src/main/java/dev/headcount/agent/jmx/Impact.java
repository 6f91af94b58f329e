package dev.headcount.agent.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/**
 * Whether an operation only tells or also changes something.
 *
 * <p>Public, since the JDK's introspector, which copies it into the descriptor, refuses others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Impact {
    /** {@link javax.management.MBeanOperationInfo#INFO} or {@link javax.management.MBeanOperationInfo#ACTION}. */
    @DescriptorKey("impact")
    int value();
}
