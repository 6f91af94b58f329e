package dev.headcount.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JvmProcessTest {

    private static final String ON = "-XX:-DisableAttachMechanism";
    private static final String OFF = "-XX:+DisableAttachMechanism";

    @TempDir
    private Path folder;

    private FakeProc proc;

    @BeforeEach
    void makeProc() {
        proc = new FakeProc(folder);
    }

    private JvmProcess process(long pid) {
        return proc.table().find(pid);
    }

    @Test
    void find_noSuchProcess_isNull() {
        assertThat(process(77)).isNull();
    }

    @Test
    void jvms_amongOthersAndThisOne_areThoseWithTheLibrary() {
        proc.jvm(30).command("java", "-jar", "b.jar");
        proc.jvm(4).command("java", "-jar", "a.jar");
        proc.other(5).command("sleep", "300");

        assertThat(proc.table().jvms()).extracting(JvmProcess::pid).containsExactly(4L, 30L);
    }

    @Test
    void isJvm_mapsThatWeMayNotRead_isGuessedFromNameAndHandler() {
        proc.jvm(4).without("maps");
        proc.jvm(5).without("maps").status("Name", "nginx");
        proc.other(6).without("maps");

        assertThat(process(4).isJvm()).isTrue();
        assertThat(process(5).isJvm()).isFalse();
        assertThat(process(6).isJvm()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java -cp a.jar:b.jar dev.shop.Main --port 80     | dev.shop.Main",
                "java -Xmx1g -jar /srv/shop.jar x                 | /srv/shop.jar",
                "java --module-path mods -m shop/dev.shop.Main    | shop/dev.shop.Main",
                "java --add-opens java.base/java.lang=ALL-UNNAMED dev.shop.Main | dev.shop.Main",
                "java --add-modules jdk.net --source 17 dev.shop.Main           | dev.shop.Main",
                "jsvc                                             | java",
            })
    void main_ofACommandLine_isClassModuleOrJar(String command, String main) {
        proc.jvm(4).command(command.split(" "));

        assertThat(process(4).main()).isEqualTo(main);
    }

    @Test
    void main_inAnArgumentFile_isFound() {
        proc.jvm(4)
                .command("java", "@options", "one")
                .file("cwd/options", "-cp 'a b.jar' # dev.shop.Wrong\n\"-Dx=y z\" dev.shop.Main\n");

        assertThat(process(4).main()).isEqualTo("dev.shop.Main");
    }

    @Test
    void toString_ofAJvm_isNumberAndJarWithoutItsFolder() {
        proc.jvm(4).command("java", "-jar", "/srv/shop.jar");

        assertThat(process(4)).hasToString("4 (shop.jar)");
    }

    @Test
    void toString_ofSomethingElse_isNumberAndProgram() {
        proc.other(4).status("Name", "sleep").command("sleep", "300");

        assertThat(process(4)).hasToString("4 (sleep)");
    }

    @Test
    void hasAgent_threadOfThatName_isIn() {
        proc.jvm(4).threads("main", "headcount-watch");
        proc.jvm(5).threads("main", "headcount");

        assertThat(process(4).hasAgent()).isTrue();
        assertThat(process(4).namesItsThreads()).isFalse();
        assertThat(process(5).hasAgent()).isFalse();
    }

    @Test
    void lastOf_flagsInSeveralPlaces_isTheOneThatCounts() {
        proc.jvm(4).command("java", OFF, ON, "Main", OFF);
        proc.jvm(5).command("java", ON, "Main").environment("A=b", "JAVA_TOOL_OPTIONS=-Da=b " + OFF);
        proc.jvm(6).command("java", ON, "Main").environment("_JAVA_OPTIONS=" + OFF);
        proc.jvm(7).command("java", "Main").environment("JDK_JAVA_OPTIONS=" + OFF);
        proc.jvm(8).command("java", "@options").file("cwd/options", OFF + " Main");
        proc.jvm(9).command("java", "Main");

        assertThat(List.of(4L, 5L, 6L, 7L, 8L))
                .extracting(pid -> process(pid).lastOf(ON, OFF))
                .containsExactly(ON, ON, OFF, OFF, OFF);
        assertThat(process(9).lastOf(ON, OFF)).isNull();
    }

    @Test
    void status_ofAProcessInAContainer_tellsItsInnerNumber() {
        proc.jvm(4).status("NSpid", "4\t17\t1");

        assertThat(process(4).isInPidNamespace()).isTrue();
        assertThat(process(4).innerPid()).isEqualTo(1);
        assertThat(process(1).isInPidNamespace()).isFalse();
    }

    @Test
    void status_usersAndGroups_areTheEffectiveOnes() {
        proc.jvm(4)
                .status("Uid", "5\t1000\t7\t8")
                .status("Gid", "5\t1001\t7\t8")
                .status("Groups", "20 30");

        assertThat(process(4).uid()).isEqualTo(1000);
        assertThat(process(4).gid()).isEqualTo(1001);
        assertThat(process(4).groups()).containsExactly(1001L, 20L, 30L);
    }

    @Test
    void states_asTheKernelTellsThem_areUnderstood() {
        proc.jvm(4).status("State", "T (stopped)");
        proc.jvm(5).status("State", "t (tracing stop)");
        proc.jvm(6).status("State", "Z (zombie)");

        assertThat(process(4).isStopped()).isTrue();
        assertThat(process(4).isTraced()).isFalse();
        assertThat(process(5).isTraced()).isTrue();
        assertThat(process(6).isGone()).isTrue();
        assertThat(process(1).isStopped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/opt/jdk/lib/server/libjvm.so,           17.0.19",
        "/opt/old/jre/lib/amd64/server/libjvm.so, 8",
        "/opt/jre8/lib/amd64/server/libjvm.so,    8",
        "/opt/unknown/lib/server/libjvm.so,       ?",
        "/opt/jdk/lib/server/libjvm.so (deleted), 17.0.19",
    })
    void javaVersion_fromTheLibrarysPlace_isItsReleaseOrAGuess(String library, String version) {
        proc.jvm(4)
                .file("maps", "7f00-7f01 r-xp 0 fe:00 1   " + library + "\n")
                .file("root/opt/jdk/release", "JAVA_VERSION=\"17.0.19\"\n");

        assertThat(process(4).javaVersion()).isEqualTo(version);
    }
}
