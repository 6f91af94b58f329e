package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ListenAddressTest {

    @Test
    void of_hostAndPort_isThat() {
        assertThat(ListenAddress.of("127.0.0.1:9404").host()).isEqualTo("127.0.0.1");
        assertThat(ListenAddress.of("metrics-host.example_1.com:1").host()).isEqualTo("metrics-host.example_1.com");
        assertThat(ListenAddress.of("0.0.0.0:65535").port()).isEqualTo(65_535);
        assertThat(ListenAddress.of("[::1]:9404").host()).isEqualTo("::1");
        assertThat(ListenAddress.of("[fe80::1%eth0]:9404")).hasToString("[fe80::1%eth0]:9404");
    }

    @Test
    void of_portAlone_isLoopback() {
        assertThat(ListenAddress.of("9404").host()).isNull();
        assertThat(ListenAddress.of("9404")).hasToString("loopback:9404");
    }

    @Test
    void of_anythingElse_isNone() {
        for (String text : List.of(
                "",
                ":",
                ":9404",
                "host",
                "host:",
                "host:0",
                "host:65536",
                "host:-1",
                "host:+1",
                "::1:9404",
                "[::1]",
                "[::1]9404",
                "[host]:1",
                "http://host:1",
                "host:1/metrics",
                "a b:1",
                "99999999999",
                "٣٤")) {
            assertThat(ListenAddress.of(text)).as(text).isNull();
        }
    }
}
