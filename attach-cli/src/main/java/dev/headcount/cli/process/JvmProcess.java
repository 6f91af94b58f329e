package dev.headcount.cli.process;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code /proc} tells of one process, without its knowing.
 *
 * <p>Invariant: nothing here signals, attaches or writes. What this user may not read is unknown, never guessed.
 * Time: {@code status} is of one moment, the rest of the moment of asking; the process may be gone by then.
 * Source: proc(5).
 */
public final class JvmProcess {

    private static final int SIGQUIT = 3;
    private static final String AGENT_THREAD = "headcount-watch";
    private static final String JVM_THREAD = "VM Thread";

    private final Path folder;
    private final long pid;
    private final StatusFile status;
    private final Launch launch;

    /** The path of {@code libjvm.so}; empty when none is mapped, {@code null} when we may not know. */
    private final String library;

    private JvmProcess(Path folder, long pid, StatusFile status, String library) {
        this.folder = folder;
        this.pid = pid;
        this.status = status;
        this.launch = new Launch(folder);
        this.library = library;
    }

    /** {@code null} when there is no such process. */
    static JvmProcess read(Path proc, long pid) {
        Path folder = proc.resolve(Long.toString(pid));
        try {
            return new JvmProcess(folder, pid, new StatusFile(folder.resolve("status")), JavaHome.library(folder));
        } catch (IOException none) {
            return null;
        }
    }

    public long pid() {
        return pid;
    }

    /** Its number inside its own container, which names its attach files. */
    public long innerPid() {
        String[] numbers = status.words("NSpid");
        return numbers.length == 0 ? pid : Long.parseLong(numbers[numbers.length - 1]);
    }

    /** Whether it counts processes by itself, as in a container that we look at from outside. */
    public boolean isInPidNamespace() {
        return status.words("NSpid").length > 1;
    }

    public boolean isStopped() {
        return state() == 'T' || state() == 't';
    }

    /** Whether it is another process, a debugger, that stopped it. */
    public boolean isTraced() {
        return state() == 't';
    }

    public boolean isGone() {
        return state() == 'Z' || state() == 'X' || !Files.exists(folder);
    }

    private char state() {
        return status.word("State", 0).charAt(0);
    }

    /** The effective user's number. */
    public long uid() {
        return Long.parseLong(status.word("Uid", 1));
    }

    /** The effective group's number. */
    public long gid() {
        return Long.parseLong(status.word("Gid", 1));
    }

    public List<Long> groups() {
        List<Long> groups = new ArrayList<>();
        groups.add(gid());
        for (String group : status.words("Groups")) {
            if (!group.isEmpty()) {
                groups.add(Long.valueOf(group));
            }
        }
        return groups;
    }

    /** Its user's name; the number, with a {@code #}, where this machine knows none. */
    public String user() {
        try {
            String name = Files.getOwner(folder).getName();
            boolean isTheirs =
                    Long.valueOf(uid()).equals(((Number) Files.getAttribute(folder, "unix:uid")).longValue());
            return isTheirs && !name.chars().allMatch(Character::isDigit) ? name : "#" + uid();
        } catch (IOException | RuntimeException unknown) {
            return "#" + uid();
        }
    }

    /** A JVM has a handler for it, or dies of it. */
    public boolean catchesQuit() {
        return new BigInteger(status.word("SigCgt", 0), 16).testBit(SIGQUIT - 1);
    }

    /** Whether it listens for attaching already, so that no signal is needed: from the first attach on, or -Xrs. */
    public boolean hasAttachSocket() {
        return Files.exists(attachSocket()) && leftSocket() == null;
    }

    /**
     * The attach socket under its name that another user's process of the same number left behind; {@code null} when
     * there is none. A JVM removes what an earlier one left, but in {@code /tmp} only what is its own user's.
     */
    public Path leftSocket() {
        Path socket = attachSocket();
        try {
            long owner = ((Number) Files.getAttribute(socket, "unix:uid")).longValue();
            return owner == uid() ? null : socket;
        } catch (IOException | RuntimeException none) {
            return null;
        }
    }

    private Path attachSocket() {
        return inside("/tmp/.java_pid" + innerPid());
    }

    /** Whether this is a JVM, or, where we may not look into it, seems to be one. */
    public boolean isJvm() {
        return library == null ? name().equals("java") && catchesQuit() : !library.isEmpty();
    }

    /** Whether an agent of ours is in there now; it names one thread after itself. */
    public boolean hasAgent() {
        return hasThread(AGENT_THREAD);
    }

    /** Whether the names of its threads reach the kernel: early builds of 8 keep them to themselves. */
    public boolean namesItsThreads() {
        return hasThread(JVM_THREAD);
    }

    private boolean hasThread(String name) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder.resolve("task"))) {
            for (Path thread : threads) {
                if (nameOf(thread).equals(name)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException gone) {
            return false;
        }
    }

    private static String nameOf(Path thread) {
        try {
            return text(thread.resolve("comm")).trim();
        } catch (IOException ended) {
            return "";
        }
    }

    /** Such as {@code 17.0.19}; {@code ?} when unknown. */
    public String javaVersion() {
        return library == null || library.isEmpty() ? "?" : JavaHome.of(library).version(folder.resolve("root"));
    }

    /** The home of its Java as it sees it; {@code null} when unknown. */
    public String javaHome() {
        return library == null || library.isEmpty() ? null : JavaHome.of(library).path;
    }

    /** Main class, {@code module/class} or the jar's path; the program's name for a JVM inside another program. */
    public String main() {
        String main = isJvm() ? JavaArguments.main(launch.words()) : "";
        return main.isEmpty() ? name() : main;
    }

    /** Whether its command line tells the main class or jar. */
    public boolean hasMain() {
        return !JavaArguments.main(launch.words()).isEmpty();
    }

    /** The word that it was started with. */
    String program() {
        List<String> words = launch.words();
        return words.isEmpty() ? name() : words.get(0);
    }

    /** The last of {@code flags} (such as {@code -XX:+DisableAttachMechanism} and its opposite) that counts, or null. */
    public String lastOf(String... flags) {
        String last = null;
        for (String option : launch.options()) {
            last = Arrays.asList(flags).contains(option) ? option : last;
        }
        return last;
    }

    private String name() {
        return status.word("Name", 0);
    }

    /** The path by which we reach what the process calls {@code path}; absolute links in between lead astray. */
    public Path inside(String path) {
        return folder.resolve("root").resolve("." + path).normalize();
    }

    /** Whether both see the same network, so that 127.0.0.1 is the same machine; true where we may not know. */
    public boolean sharesNetworkWith(JvmProcess other) {
        try {
            return Files.readSymbolicLink(folder.resolve("ns/net"))
                    .equals(Files.readSymbolicLink(other.folder.resolve("ns/net")));
        } catch (IOException | RuntimeException unreadable) {
            return true;
        }
    }

    /** Whether both see the same /tmp, where attach files are; true where we may not know. */
    public boolean sharesTmpWith(JvmProcess other) {
        try {
            return Files.isSameFile(inside("/tmp"), other.inside("/tmp"));
        } catch (IOException | RuntimeException unreadable) {
            return true;
        }
    }

    /** What the process itself calls the file that we reach by {@code path}. */
    public String nameFor(Path path) {
        return "/" + inside("/").relativize(path);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return pid + " (" + main().substring(main().lastIndexOf('/') + 1) + ")";
    }
}
