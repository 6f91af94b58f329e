package dev.headcount.agent.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a number counts: {@code units} in its descriptor, for clients that read it; see {@link Descriptions}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface Unit {
    /** Such as {@code threads}, {@code tasks/s}, {@code ms}; {@code 1} for a share. */
    String value();
}
