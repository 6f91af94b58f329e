package dev.headcount.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.Test;

final class PlatformServerTest {

    /** Run in a JVM that has no MBean server. */
    static final class Probe {
        public static void main(String[] arguments) {
            boolean found = new PlatformServer().get() != null || PlatformServer.listed() != null;
            boolean made = !MBeanServerFactory.findMBeanServer(null).isEmpty();
            MBeanServerFactory.createMBeanServer("an application's own");
            boolean mistaken = new PlatformServer().get() != null || PlatformServer.listed() != null;
            var platform = ManagementFactory.getPlatformMBeanServer();
            MBeanServerFactory.releaseMBeanServer(platform); // from the list: only the field knows it now
            boolean unlisted = new PlatformServer().get() == platform && PlatformServer.listed() == null;
            System.out.println(
                    "found " + found + ", made " + made + ", mistaken " + mistaken + ", unlisted " + unlisted);
        }
    }

    @Test
    void get_platformServerExists_isThatOne() {
        var platform = ManagementFactory.getPlatformMBeanServer();
        assertThat(new PlatformServer().get()).isSameAs(platform);
        assertThat(PlatformServer.listed()).isSameAs(platform);
    }

    @Test
    void get_noPlatformServer_isNullAndMakesNone() throws Exception {
        Process probe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens",
                        "java.management/java.lang.management=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.trim()).isEqualTo("found false, made false, mistaken false, unlisted true");
            assertThat(probe.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            probe.destroyForcibly();
        }
    }
}
