package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CreatorTest {

    @Test
    void in_factoriesOnTop_findsTheCodeThatCalledThem() {
        Creator creator = Creator.in(new StackTraceElement[] {
            frame("dev.headcount.bridge.Bridge", "created"),
            frame("java.util.concurrent.ThreadPoolExecutor", "<init>"),
            frame("org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor", "initializeExecutor"),
            frame("com.acme.Orders$Worker", "lambda$start$0"),
        });

        assertThat(creator).hasToString("com.acme.Orders$Worker.lambda$start$0(X.java:7)");
        assertThat(creator.shortName()).isEqualTo("Orders.Worker.start");
        assertThat(creator.isJdk()).isFalse();
    }

    @Test
    void in_jdkCode_isJdk() {
        assertThat(Creator.in(new StackTraceElement[] {frame("java.lang.ProcessImpl", "<clinit>")})
                        .isJdk())
                .isTrue();
    }

    @Test
    void shortName_constructor_isTheClass() {
        assertThat(Creator.in(new StackTraceElement[] {frame("com.acme.Orders", "<init>")})
                        .shortName())
                .isEqualTo("Orders");
    }

    @Test
    void in_nothingButFactories_isUnknown() {
        assertThat(Creator.in(new StackTraceElement[] {frame("java.util.concurrent.Executors", "x")}))
                .isNull();
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, "X.java", 7);
    }

    @Test
    void isJdk_classOfTheJdkThatMakesNothingForOthers_isTrue() {
        assertThat(Creator.isJdk("java.lang.ProcessHandleImpl$$Lambda$7")).isTrue();
        assertThat(Creator.isJdk("jdk.internal.net.http.HttpClientImpl$DefaultThreadFactory"))
                .isTrue();
        assertThat(Creator.isJdk("java.util.concurrent.Executors$DefaultThreadFactory"))
                .isFalse();
        assertThat(Creator.isJdk("com.acme.Threads")).isFalse();
    }
}
