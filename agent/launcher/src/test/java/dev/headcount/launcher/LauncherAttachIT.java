package dev.headcount.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code agentmain}: an agent that comes into a JVM that runs. The proof is what the JVM itself then prints. */
final class LauncherAttachIT {

    @TempDir
    Path folder;

    private Process application;

    @BeforeEach
    void compile() {
        // Ends when its standard input does, so that a build that is killed leaves nothing behind.
        Program.compile(folder, "Waiting", """
                public class Waiting {
                    public static void main(String[] arguments) throws Exception {
                        System.out.println("ready");
                        int command;
                        while ((command = System.in.read()) >= 0) {
                            if (command == '?') {
                                System.out.println(bridge());
                            }
                        }
                    }

                    private static String bridge() {
                        try {
                            return "bridge from " + Class.forName("dev.headcount.bridge.Bridge").getClassLoader();
                        } catch (ClassNotFoundException absent) {
                            return "no bridge";
                        }
                    }
                }
                """);
    }

    @AfterEach
    void end() {
        if (application != null) {
            application.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#all")
    void attach_toAPlainJvm_startsSilently(Jdk jdk) throws Exception {
        start(jdk);

        attach("");

        ask();
        awaitOut("ready\nbridge from null\n");
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void attach_wherePremainRan_changesNothing(Jdk jdk) throws Exception {
        start(jdk, PackagedJar.OPTION);

        attach("mode=observe");

        awaitErr("headcount: already running in this JVM; loaded again with \"mode=observe\", which changes nothing\n");
    }

    @ParameterizedTest
    @MethodSource("dev.headcount.launcher.Jdks#outer")
    void attach_wrongOptionThenRightOne_startsTheSecondTime(Jdk jdk) throws Exception {
        start(jdk);

        attach("tick=1ms");
        String refused = "headcount: agent argument tick: found \"1ms\","
                + " expected a duration from 50ms to 10s such as 200ms; the application runs without it\n";
        awaitErr(refused);

        attach("tick=1s");
        attach("tick=2s");
        awaitErr(refused
                + "headcount: already running in this JVM; loaded again with \"tick=2s\", which changes nothing\n");
    }

    private void start(Jdk jdk, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(options));
        if (jdk.version() >= 21) {
            command.add("-XX:+EnableDynamicAgentLoading"); // or the JVM prints four lines at each attach
        }
        command.addAll(List.of("-cp", ".", "Waiting"));
        application = ChildJvm.start(
                jdk.java(),
                folder,
                Map.of(),
                folder.resolve("out"),
                folder.resolve("err"),
                command.toArray(new String[0]));
        awaitOut("ready\n");
    }

    private void attach(String options) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(application.pid()));
        try {
            machine.loadAgent(PackagedJar.FILE.toString(), options);
        } catch (AgentLoadException | AgentInitializationException | IOException misread) {
            // Between JDKs of different versions the answer "loaded" is taken for an error.
        } finally {
            machine.detach();
        }
    }

    private void ask() throws IOException {
        application.getOutputStream().write('?');
        application.getOutputStream().flush();
    }

    private void awaitOut(String text) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(folder.resolve("out")).hasContent(text));
    }

    private void awaitErr(String text) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(err()).isEqualTo(text));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
