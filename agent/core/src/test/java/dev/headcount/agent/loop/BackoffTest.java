package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BackoffTest {

    private final Backoff backoff = new Backoff(/* firstNanos= */ 30, /* longestNanos= */ 100);

    @Test
    void isOver_beforeAnyFailure_isTrue() {
        assertThat(backoff.isOver(-5)).isTrue();
    }

    @Test
    void fail_inARow_waitsTwiceAsLongUpToTheLongest() {
        backoff.fail(-10);
        assertThat(backoff.isOver(19)).isFalse();
        assertThat(backoff.isOver(20)).isTrue();

        backoff.fail(20);
        assertThat(backoff.isOver(79)).isFalse();
        assertThat(backoff.isOver(80)).isTrue();

        backoff.fail(80);
        assertThat(backoff.isOver(179)).isFalse();
        assertThat(backoff.isOver(180)).isTrue();
    }

    @Test
    void fail_afterALongWhileWithout_beginsAnew() {
        backoff.fail(0);
        backoff.fail(30);

        backoff.fail(1_000);
        assertThat(backoff.isOver(1_029)).isFalse();
        assertThat(backoff.isOver(1_030)).isTrue();
    }
}
