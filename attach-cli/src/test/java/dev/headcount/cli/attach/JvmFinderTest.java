package dev.headcount.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headcount.cli.process.FakeProc;
import dev.headcount.cli.refusal.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JvmFinderTest {

    @TempDir
    private Path folder;

    private FakeProc proc;

    @BeforeEach
    void startThree() {
        proc = new FakeProc(folder);
        proc.jvm(4).command("java", "-jar", "/srv/shop.jar");
        proc.jvm(5).command("java", "-jar", "/srv/shop-admin.jar");
        proc.jvm(6).command("java", "dev.bank.Main");
    }

    private long found(String asked) {
        return new JvmFinder(proc.table(), proc.program("pools", asked))
                .find(asked)
                .pid();
    }

    private Refusal refused(String asked) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> found(asked));
        assertThat(refusal.exitCode()).isEqualTo(3);
        return refusal;
    }

    @Test
    void find_numberPartOrWholeName_isThatJvm() {
        assertThat(found("6")).isEqualTo(6);
        assertThat(found("admin")).isEqualTo(5);
        assertThat(found("bank")).isEqualTo(6);
        assertThat(found("Main")).isEqualTo(6);
        assertThat(found("shop")).as("a whole name goes before a part").isEqualTo(4);
        assertThat(found("shop.jar")).isEqualTo(4);
    }

    @Test
    void find_numberOfNoProcess_isRefused() {
        assertThat(refused("77")).hasMessage("there is no process 77");
    }

    @Test
    void find_partOfNone_namesThoseThatAreThere() {
        assertThat(refused("mall"))
                .hasMessage("no JVM here has \"mall\" in its main class or jar:"
                        + " 4 (shop.jar), 5 (shop-admin.jar), 6 (dev.bank.Main)");
    }

    @Test
    void find_partOfSeveral_namesThemAndTheCommandForOne() {
        Refusal refusal = refused("sho");

        assertThat(refusal)
                .hasMessage("2 JVMs have \"sho\" in their main class or jar: 4 (shop.jar), 5 (shop-admin.jar)");
        assertThat(refusal.next()).endsWith(" pools 4, if that is the one");
    }
}
