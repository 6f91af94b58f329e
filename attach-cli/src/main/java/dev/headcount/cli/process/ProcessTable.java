package dev.headcount.cli.process;

import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The processes of this machine, or of this container, as {@code /proc} shows them. */
public final class ProcessTable {

    private final Path proc;
    private final JvmProcess self;

    public ProcessTable() {
        this(Paths.get("/proc"));
    }

    ProcessTable(Path proc) {
        this.proc = proc;
        this.self = readSelf(proc);
    }

    private static JvmProcess readSelf(Path proc) {
        try {
            return JvmProcess.read(
                    proc,
                    Long.parseLong(Files.readSymbolicLink(proc.resolve("self")).toString()));
        } catch (IOException | RuntimeException absent) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "cannot look at processes: there is no " + proc + "/self; this runs on Linux only",
                    "java -javaagent:headcount-agent.jar -jar application.jar, and JConsole");
        }
    }

    /** This very process. */
    public JvmProcess self() {
        return self;
    }

    /** {@code null} when there is no such process. */
    public JvmProcess find(long pid) {
        return JvmProcess.read(proc, pid);
    }

    /** All JVMs but this one, by their number. */
    public List<JvmProcess> jvms() {
        List<JvmProcess> jvms = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path folder : folders) {
                JvmProcess process = find(Long.parseLong(folder.getFileName().toString()));
                if (process != null && process.pid() != self.pid() && process.isJvm() && !process.isGone()) {
                    jvms.add(process);
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new Refusal(
                    ExitCode.FAILED, "cannot read the list of processes: " + unreadable.getMessage(), "ls " + proc);
        }
        jvms.sort(Comparator.comparingLong(JvmProcess::pid));
        return jvms;
    }
}
