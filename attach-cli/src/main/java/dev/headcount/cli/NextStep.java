package dev.headcount.cli;

import dev.headcount.cli.jmx.Advice;
import dev.headcount.cli.process.ThisProgram;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to try once an agent has refused.
 *
 * <p>Law: another value is proposed only where a value was wrong, which is an {@link IllegalArgumentException}; who was
 * refused for another reason would be refused with every value. An agent of another version that words its reason
 * differently gets the general step.
 */
final class NextStep implements Advice {

    private static final Pattern WRITES = Pattern.compile("^writes are closed \\((.*) is none\\)");
    private static final Pattern STOPPED = Pattern.compile("^everything is switched off \\((.*): enabled is false\\)");

    /** At the beginning, before a line or not; or after who named it. The whole path, not what somebody wrote of it. */
    private static final Pattern FILE = Pattern.compile(
            "(?:^|: |: there is no file |: cannot read )(/[^:;]+?)(?=:|;| is not a | has more than | \\()");

    private final ThisProgram program;
    private final String pid;

    NextStep(ThisProgram program, long pid) {
        this.program = program;
        this.pid = Long.toString(pid);
    }

    @Override
    public String after(String bean, boolean isPool, Throwable refused) {
        String why = String.valueOf(refused.getMessage());
        Matcher writes = WRITES.matcher(why);
        if (writes.find()) {
            return "give it in the configuration; or let this command line write, with writes: cli where it says"
                    + " otherwise: " + writes.group(1);
        }
        // The token has just come or changed, or the time was over that it opens the beans for.
        if (why.startsWith("this is not the token") || why.startsWith("writes are open to the command line")) {
            return program.again();
        }
        Matcher stopped = STOPPED.matcher(why);
        if (stopped.find()) {
            return "enabled: true there (" + stopped.group(1) + "); then " + program.again();
        }
        if (why.startsWith("no configuration file was named")) {
            return program.command("detach", pid) + " && " + program.command("attach", pid, "--config", "FILE");
        }
        if (why.endsWith("stays in force")) {
            return afterBrokenFile(why);
        }
        if (why.contains("only when a rule names it")) {
            return "a rule in the configuration with pool: " + bean + "; what is known of it: "
                    + program.command("explain", pid, bean);
        }
        if (refused instanceof IllegalArgumentException) {
            return "the same command with a value that it allows";
        }
        return isPool ? program.command("explain", pid, bean) : program.command("status", pid);
    }

    private String afterBrokenFile(String why) {
        Matcher file = FILE.matcher(why);
        String path = file.find() ? file.group(1) : "FILE";
        return why.contains("there is no file")
                ? "a file at " + path + "; then " + program.again()
                : "correct it until it is right: " + program.command("check", path);
    }
}
