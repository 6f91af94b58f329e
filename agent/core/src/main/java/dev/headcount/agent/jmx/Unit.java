package dev.headcount.agent.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/**
 * What a number counts, for clients that read descriptors.
 *
 * <p>Public, since the JDK's introspector, which copies it into the descriptor, refuses others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unit {
    /** Such as {@code threads}, {@code tasks/s}, {@code ms}; {@code 1} for a share. */
    @DescriptorKey("units")
    String value();
}
