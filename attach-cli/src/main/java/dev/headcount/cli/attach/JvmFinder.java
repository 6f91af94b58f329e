package dev.headcount.cli.attach;

import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.process.ProcessTable;
import dev.headcount.cli.process.ThisProgram;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which process is meant: its number, or a part of its main class' or jar's name that no other JVM has.
 *
 * <p>Law: a whole name goes before a part of one, so that {@code shop} is found beside {@code shop-admin}.
 */
public final class JvmFinder {

    private static final int SHOWN = 10;

    private final ProcessTable processes;
    private final ThisProgram program;

    public JvmFinder(ProcessTable processes, ThisProgram program) {
        this.processes = processes;
        this.program = program;
    }

    public JvmProcess find(String asked) {
        if (asked.matches("\\d{1,18}")) {
            JvmProcess process = processes.find(Long.parseLong(asked));
            if (process == null) {
                throw new Refusal(ExitCode.NOT_THERE, "there is no process " + asked, program.command("list"));
            }
            return process;
        }
        List<JvmProcess> jvms = processes.jvms();
        List<JvmProcess> whole = those(jvms, jvm -> isName(jvm.main(), asked));
        List<JvmProcess> matching =
                whole.isEmpty() ? those(jvms, jvm -> jvm.main().contains(asked)) : whole;
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw new Refusal(
                ExitCode.NOT_THERE,
                matching.isEmpty()
                        ? "no JVM here has \"" + asked + "\" in its main class or jar: " + enumerated(jvms)
                        : matching.size() + " JVMs have \"" + asked + "\" in their main class or jar: "
                                + enumerated(matching),
                matching.isEmpty()
                        ? program.command("list")
                        : program.againAbout(asked, matching.get(0).pid()) + ", if that is the one");
    }

    private static boolean isName(String main, String asked) {
        return main.equals(asked)
                || main.endsWith("/" + asked)
                || main.endsWith("." + asked)
                || main.endsWith("/" + asked + ".jar");
    }

    private static List<JvmProcess> those(List<JvmProcess> jvms, Predicate<JvmProcess> wanted) {
        List<JvmProcess> those = new ArrayList<>(jvms);
        those.removeIf(wanted.negate());
        return those;
    }

    private static String enumerated(List<JvmProcess> jvms) {
        if (jvms.isEmpty()) {
            return "there is none at all";
        }
        StringBuilder text = new StringBuilder();
        for (JvmProcess jvm : jvms.subList(0, Math.min(SHOWN, jvms.size()))) {
            text.append(text.length() == 0 ? "" : ", ").append(jvm);
        }
        return text + (jvms.size() > SHOWN ? ", and " + (jvms.size() - SHOWN) + " more" : "");
    }
}
