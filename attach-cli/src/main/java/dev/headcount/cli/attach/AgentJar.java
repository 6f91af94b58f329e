package dev.headcount.cli.attach;

import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.process.ThisProgram;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The agent's jar, checked by us because the JVM that opens it answers every mistake with one and the same text.
 *
 * <p>Law: it is the target that opens the jar, by its own name and with its own rights, in its own container.
 */
public final class AgentJar {

    public static final String NAME = "headcount-agent.jar";

    private static final String AGENT_CLASS = "dev.headcount.launcher.AgentLauncher";

    private final String path;
    private final String version;

    private AgentJar(String path, String version) {
        this.path = path;
        this.version = version;
    }

    /** Absolute, as the target names it. */
    public String path() {
        return path;
    }

    public String version() {
        return version;
    }

    /** The jar at {@code file}, which {@code target} can open; refused with the reason where it is not. */
    public static AgentJar checked(Path file, JvmProcess target, ThisProgram program) {
        String path = file.toAbsolutePath().normalize().toString();
        Path seen = target.inside(path);
        if (!Files.isRegularFile(seen)) {
            throw missing(path, target, program);
        }
        Path closed = Readability.firstClosed(seen, target);
        if (closed != null) {
            throw new Refusal(
                    ExitCode.NO_PERMISSION,
                    "cannot attach to " + target + ": its user " + target.user() + " may not read the agent's jar "
                            + path + " (" + target.nameFor(closed) + " is closed to it)",
                    "cp " + ThisProgram.quoted(path) + " /tmp/ && chmod a+r /tmp/" + NAME + " && "
                            + program.againWithOption("--agent", "/tmp/" + NAME));
        }
        return new AgentJar(path, version(seen, path, target, program));
    }

    private static Refusal missing(String path, JvmProcess target, ThisProgram program) {
        String what = "cannot attach to " + target + ": ";
        if (Files.isRegularFile(Paths.get(path))) {
            return new Refusal(
                    ExitCode.FAILED,
                    what + "it has files of its own, as containers do, and " + path + " is not among them",
                    "cp " + ThisProgram.quoted(path) + " /proc/" + target.pid() + "/root/tmp/" + NAME + " && "
                            + program.againWithOption("--agent", "/tmp/" + NAME));
        }
        return new Refusal(
                ExitCode.FAILED,
                what + "there is no agent's jar at " + path,
                program.againWithOption("--agent", "PATH/" + NAME));
    }

    private static String version(Path seen, String path, JvmProcess target, ThisProgram program) {
        String found;
        try (JarFile jar = new JarFile(seen.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes facts = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String agent = facts.getValue("Agent-Class");
            if (AGENT_CLASS.equals(agent)) {
                return String.valueOf(facts.getValue("Implementation-Version"));
            }
            found = agent == null ? "is a jar, but no agent" : "is another agent (" + agent + ")";
        } catch (IOException broken) {
            found = "is no jar (" + broken.getMessage() + ")";
        }
        throw new Refusal(
                ExitCode.FAILED,
                "cannot attach to " + target + ": " + path + " " + found,
                program.againWithOption("--agent", "PATH/" + NAME));
    }
}
