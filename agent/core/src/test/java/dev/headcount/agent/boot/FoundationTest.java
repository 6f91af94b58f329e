package dev.headcount.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.bridge.Bridge;
import org.junit.jupiter.api.Test;

final class FoundationTest {

    @Test
    void compare_bridgeOfOurProtocol_isFine() {
        assertThat(Foundation.compare(Bridge.PROTOCOL)).isNull();
    }

    @Test
    void compare_bridgeThatAnotherVersionLeft_saysHowToGoOn() {
        assertThat(Foundation.compare(7))
                .isEqualTo("another version of Headcount ran in this JVM before and left a bridge with protocol 7,"
                        + " this version needs 2; restart the application to change versions");
    }
}
