package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.compatibility.ChildJvm;
import dev.headcount.compatibility.Jdk;
import dev.headcount.compatibility.Jdks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * JVMs of another user, and in a container: only root can make them here, and only where the system lets it.
 *
 * <p>The other user reads copies in a folder that is open to all: a checkout often is not.
 */
final class OtherUsersIT {

    private static final String NOBODY = "65534";
    private static final String[] AS_NOBODY = {"setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"};

    private final Jdk jdk = Jdks.found().stream()
            .filter(found -> found.version() == Runtime.version().feature())
            .findFirst()
            .orElse(null);

    private Path folder;
    private Process child;

    @BeforeEach
    void openAFolderToAll() throws IOException {
        assumeThat(jdk).as("a Java that all users may run").isNotNull();
        folder = Files.createTempDirectory("headcount-open");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path subjects = Path.of(System.getProperty("headcount.subjects", "target/classes"));
        try (Stream<Path> files = Files.walk(subjects)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve("classes")
                                .resolve(subjects.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(ChildJvm.agentJar(), folder.resolve("headcount-agent.jar"));
        Files.createDirectory(folder.resolve("own"));
        Files.copy(CommandLine.JAR, folder.resolve("headcount.jar"));
    }

    @AfterEach
    void clean() throws IOException {
        if (child != null) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
        }
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one)).forEach(OtherUsersIT::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The number of a TwoPools behind {@code words}, which must be allowed here. */
    private long started(String... words) throws IOException {
        assumeThat(System.getProperty("user.name")).as("who runs the tests").isEqualTo("root");
        List<String> dry = new ArrayList<>(List.of(words));
        dry.add(jdk.java());
        dry.add("-version");
        assumeThat(CommandLine.answer(dry).exitCode())
                .as("exit code of %s", dry)
                .isZero();

        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(
                List.of(jdk.java(), "-Xmx64m", "-cp", folder.resolve("classes").toString()));
        command.addAll(List.of("dev.headcount.subject.TwoPools", "alone"));
        Path out = folder.resolve("out.log");
        child = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.readString(out).contains("ready"));
        long pid = Stream.concat(Stream.of(child.toHandle()), child.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
        // Of an earlier JVM of that number, killed by some other test: nobody's JVM can't remove it, as root's does.
        Files.deleteIfExists(socket(pid));
        return pid;
    }

    private static Path socket(long pid) {
        return Path.of("/tmp/.java_pid" + pid);
    }

    private CommandLine openToAll() {
        return CommandLine.on(jdk, folder.resolve("headcount.jar"));
    }

    @Test
    void attach_toAnotherUsersJvm_namesTheUserAndTheCommand() throws IOException {
        long pid = started();

        openToAll()
                .behind(AS_NOBODY)
                .run("attach", pid)
                .isRefused(
                        4, "it runs as root, and only the same user and group, or root, may attach", "sudo -u root /");
        assertThat(openToAll().behind(AS_NOBODY).run("list").isDone().row(Long.toString(pid)))
                .endsWith("runs as root");
    }

    @Test
    void attach_byTheOwnerOrByRoot_works() throws IOException {
        long pid = started(AS_NOBODY);

        openToAll().behind(AS_NOBODY).run("attach", pid, "--mode", "observe").isDone();
        assertThat(openToAll().run("pools", pid).isDone().row("http-worker")).contains("8->8");
        openToAll().run("detach", pid).isDone();
        openToAll().run("attach", pid, "--mode", "observe").isDone();
        openToAll().behind(AS_NOBODY).run("detach", pid).isDone();
    }

    @Test
    void attach_withAJarThatTheOwnerMayNotRead_saysWhatIsClosed() throws IOException {
        long pid = started(AS_NOBODY);
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path jar = Files.copy(folder.resolve("headcount-agent.jar"), closed.resolve("headcount-agent.jar"));

        openToAll()
                .run("attach", pid, "--agent", jar)
                .isRefused(4, "may not read the agent's jar " + jar + " (" + closed + " is closed to it)", "cp " + jar);
    }

    @Test
    void attach_whereAnEarlierProcessOfAnotherUserLeftItsSocket_saysWhatToRemove() throws IOException {
        long pid = started(AS_NOBODY);
        Files.createFile(socket(pid));

        String left = "/proc/" + pid + "/root/tmp/.java_pid" + pid;
        CommandLine.Answer refused = openToAll().run("attach", pid);
        refused.isRefused(1, "an earlier process of its number, another user's, left " + left, "rm " + left + " && ");
        assertThat(openToAll().run("list").isDone().row(Long.toString(pid))).endsWith("barred by " + left);

        Files.delete(Path.of(left));
        openToAll().run("attach", pid, "--mode", "observe").isDone();
    }

    /** Processes counted by itself, and a folder that is another one than ours: the jar must be copied there. */
    @Test
    void attach_toAContainer_namesTheCopyThatIsMissingAndThenWorks() throws IOException {
        long pid = started(container("--pid", "--fork", "--mount-proc"));
        Path jar = Files.copy(
                folder.resolve("headcount-agent.jar"), folder.resolve("own").resolve("headcount-agent.jar"));

        assertThat(openToAll().run("list").isDone().row(Long.toString(pid))).contains("TwoPools");
        openToAll()
                .run("attach", pid, "--agent", jar)
                .isRefused(
                        1,
                        "it has files of its own, as containers do, and " + jar + " is not among them",
                        "cp " + jar + " /proc/" + pid + "/root/tmp/headcount-agent.jar && ");

        Files.copy(jar, Path.of("/proc/" + pid + "/root" + jar));
        assertThat(openToAll()
                        .run("attach", pid, "--agent", jar, "--mode", "observe")
                        .isDone()
                        .row("http-worker"))
                .contains("8->8");
        openToAll().run("detach", pid).isDone();
    }

    @Test
    void attach_toAContainerWithItsOwnNetwork_saysFromWhereItsPoolsAreSeen() throws IOException {
        long pid = started(container("--net"));

        CommandLine.Answer attached = openToAll().run("attach", pid);

        assertThat(attached.exitCode()).isZero();
        assertThat(attached.out()).matches("Headcount \\S+ is in .*, 2 pools\n");
        assertThat(attached.err())
                .contains("headcount: pools are not shown: cannot talk to " + pid, "it has a network of its own")
                .contains("\n  next: nsenter -t " + pid + " -n /", " pools " + pid + "\n");
    }

    private String[] container(String... namespaces) {
        List<String> words = new ArrayList<>(List.of("unshare", "--mount"));
        words.addAll(List.of(namespaces));
        words.addAll(List.of(
                "sh",
                "-c",
                "mount -t tmpfs none $0 && exec \"$@\"",
                folder.resolve("own").toString()));
        return words.toArray(new String[0]);
    }
}
