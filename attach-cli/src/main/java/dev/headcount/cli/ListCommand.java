package dev.headcount.cli;

import dev.headcount.cli.attach.Obstacle;
import dev.headcount.cli.attach.Preflight;
import dev.headcount.cli.output.Table;
import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.refusal.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks only: nothing is attached to or signalled. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "The JVMs here: whose they are, whether Headcount is in, what keeps us from attaching.")
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Context context = ((Main) spec.root().userObject()).context();
        context.timeLimit.at("looking for JVMs");
        Map<Long, String> names = context.attachApi().names();
        Preflight preflight = new Preflight(context.program);
        Table table = new Table(" PID", "USER", "JDK", "HEADCOUNT", "MAIN", "NOTE");
        for (JvmProcess jvm : context.processes.jvms()) {
            Obstacle obstacle = preflight.look(jvm, "");
            table.row(
                    Long.toString(jvm.pid()),
                    jvm.user(),
                    jvm.javaVersion(),
                    jvm.hasAgent() ? "in" : "-",
                    main(jvm, names.getOrDefault(jvm.pid(), "")),
                    obstacle == null ? "" : obstacle.note());
        }
        spec.commandLine().getOut().print(table.isEmpty() ? "no JVM runs here\n" : table.text());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    /** The command line's, or, for a JVM inside another program, the first word of what the JVM calls itself. */
    private static String main(JvmProcess jvm, String name) {
        String main = jvm.hasMain() || name.isEmpty() ? jvm.main() : name.split(" ", -1)[0];
        return main.substring(main.lastIndexOf('/') + 1);
    }
}
