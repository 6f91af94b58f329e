package dev.headcount.agent.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whether an operation only tells or also changes something; see {@link Descriptions}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface Impact {
    /** {@link javax.management.MBeanOperationInfo#INFO} or {@link javax.management.MBeanOperationInfo#ACTION}. */
    int value();
}
