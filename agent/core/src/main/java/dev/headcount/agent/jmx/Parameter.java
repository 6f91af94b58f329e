package dev.headcount.agent.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a parameter is called: without it clients show {@code p0}; see {@link Descriptions}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
@interface Parameter {
    /** A word; what it may be stands in its {@link Description}. */
    String value();
}
