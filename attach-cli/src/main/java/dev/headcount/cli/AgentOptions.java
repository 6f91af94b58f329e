package dev.headcount.cli;

import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The agent's options, as {@code key=value,key=value}; whether they make sense is for the agent to say.
 *
 * <p>The agent's form has no way to write a comma in a value: refused here, where the user sees it.
 */
final class AgentOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--mode", paramLabel = "MODE", description = "auto, advise or observe (default: auto)")
    private String mode;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A YAML file with the agent's options, as the JVM sees it")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another option of the agent, as in --set wait-objective=250ms; may be given again")
    private final Map<String, String> others = new LinkedHashMap<>();

    /** @param target whose JVM opens the configuration file */
    String text(Target target) {
        StringBuilder text = new StringBuilder();
        add(text, "mode", mode);
        if (config != null) {
            add(text, "config", configOf(target));
        }
        for (Map.Entry<String, String> other : others.entrySet()) {
            add(text, other.getKey(), other.getValue());
        }
        return text.toString();
    }

    private String configOf(Target target) {
        String path = config.toAbsolutePath().normalize().toString();
        JvmProcess process = target.process();
        if (Files.isReadable(process.inside("/")) && !Files.isRegularFile(process.inside(path))) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "cannot attach to " + process + ": it sees no file " + path,
                    target.program().againWithOption("--config", "PATH"));
        }
        return path;
    }

    private void add(StringBuilder text, String key, String value) {
        if (value == null) {
            return;
        }
        if (value.matches("(?s).*[,\\n\\r].*")) {
            throw new ParameterException(
                    command.commandLine(), key + " may hold no comma and no line break: got \"" + value + '"');
        }
        text.append(text.length() == 0 ? "" : ",").append(key).append('=').append(value);
    }
}
