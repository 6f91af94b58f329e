package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Under a SecurityManager a worker inherits its starter's access context, so nobody but the application starts one. */
final class GuardedIT {

    @OnEachJdk(value = SMOKE, to = 17)
    void managerAtStart_permittingAll_weOnlyObserve(Jdk jdk, @TempDir Path folder) throws Exception {
        Path policy =
                Files.writeString(folder.resolve("all.policy"), "grant { permission java.security.AllPermission; };\n");
        assertObserved(ChildJvm.on(jdk, "guarded-all")
                .options("-Djava.security.manager", "-Djava.security.policy==" + policy));
    }

    /** The policy knows the application and has never heard of an agent. */
    @OnEachJdk(value = SMOKE, to = 17)
    void managerAtStart_permittingTheApplicationOnly_weOnlyObserve(Jdk jdk, @TempDir Path folder) throws Exception {
        String code = Path.of(System.getProperty("headcount.subjects", "target/classes"))
                .toUri()
                .toString();
        Path policy = Files.writeString(
                folder.resolve("own.policy"),
                "grant codeBase \"" + code + "\" { permission java.security.AllPermission; };\n");
        assertObserved(ChildJvm.on(jdk, "guarded-own")
                .options("-Djava.security.manager", "-Djava.security.policy==" + policy));
    }

    @OnEachJdk(value = SMOKE, to = 17)
    void managerInstalledLater_weOnlyObserve(Jdk jdk) {
        assertObserved(ChildJvm.on(jdk, "guarded-late"), "late");
    }

    private static void assertObserved(ChildJvm child, String... arguments) {
        Outcome outcome = child.agent("").run("Guarded", arguments).isNormal();

        assertThat(outcome.out())
                .as(outcome.child())
                .containsExactly("manager true", "ran 100", "denied 0", "largest 4");
        // From 17 on the JVM has a few lines of its own to say about the manager.
        assertThat(outcome.complaints()).as(outcome.child()).hasSizeLessThanOrEqualTo(1);
        assertThat(outcome.err().stream().filter(line -> !line.startsWith("WARNING: ")))
                .as(outcome.child())
                .isEqualTo(outcome.complaints());
    }
}
