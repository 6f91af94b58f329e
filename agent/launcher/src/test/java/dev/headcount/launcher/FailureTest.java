package dev.headcount.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FailureTest {

    @Test
    void describe_wrongJar_isItsMessage() {
        assertThat(Failure.describe(new WrongJar("not the jar"))).isEqualTo("not the jar");
    }

    @Test
    void describe_refusedByASecurityManager_saysWhatToGrant() {
        assertThat(Failure.describe(new SecurityException("access denied")))
                .isEqualTo("the SecurityManager refuses (access denied);"
                        + " grant java.security.AllPermission to headcount-agent.jar in its policy");
    }

    @Test
    void describe_anythingElse_namesItAndItsPlace() {
        Throwable failure = new IllegalStateException("broken");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 7)});

        assertThat(Failure.describe(failure))
                .isEqualTo("could not start (java.lang.IllegalStateException: broken at a.B.c(B.java:7))");
    }

    @Test
    void describe_withoutAPlace_namesIt() {
        Throwable failure = new OutOfMemoryError("Java heap space");
        failure.setStackTrace(new StackTraceElement[0]);

        assertThat(Failure.describe(failure))
                .isEqualTo("could not start (java.lang.OutOfMemoryError: Java heap space)");
    }
}
