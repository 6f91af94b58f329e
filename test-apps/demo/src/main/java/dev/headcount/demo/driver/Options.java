package dev.headcount.demo.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What the command line said; a word that nobody knows, or a value out of range, is refused by name. */
record Options(Plan plan, boolean plain, boolean quick, Path java, String agent, Path out, boolean terminal) {

    static final String USAGE = """
            Usage: test-apps/demo/run [options]
            Loads a service that nobody tuned, first without the agent and then with it, and compares.

              --steady SECONDS   how long the steady load lasts, 48 tasks/s (10)
              --step SECONDS     how long the step to 192 tasks/s lasts (30)
              --quick            don't wait, up to 3 minutes, for the pool to be back at its own size
              --plain            the twin in plain Java instead of the Spring Boot service; runs on 8 and 11 too
              --java PATH        the service's JDK, its home or its java command (the driver's own, JAVA_HOME)
              --agent JAR[=...]  another agent jar, or the built one with options
              --out DIRECTORY    where result.properties and the service's logs go (target/demo)
            """;

    private static final int LONGEST_SECONDS = 3_600;

    /** Reads the command line; {@code target} is where the module was built. */
    static Options parse(List<String> words, Path target) {
        int steady = 10;
        int step = 30;
        boolean plain = false;
        boolean quick = false;
        boolean terminal = false;
        Path java = Path.of(System.getProperty("java.home"));
        String agent = target.resolve("../../../agent/launcher/target/headcount-agent.jar")
                .normalize()
                .toString();
        Path out = target.resolve("demo");

        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--steady" -> steady = seconds(option, rest);
                case "--step" -> step = seconds(option, rest);
                case "--plain" -> plain = true;
                case "--quick" -> quick = true;
                case "--terminal" -> terminal = true;
                case "--java" -> java = Path.of(value(option, rest));
                case "--agent" -> agent = value(option, rest);
                case "--out" -> out = Path.of(value(option, rest));
                default -> throw new IllegalArgumentException("unknown option " + option + "; --help lists them");
            }
        }
        Plan plan = new Plan(steady, step);
        return new Options(plan, plain, quick, executable(java), existing(agent), out, terminal);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value; --help shows which");
        }
        return rest.next();
    }

    private static int seconds(String option, Iterator<String> rest) {
        String value = value(option, rest);
        String wanted = option + " must be 1 to " + LONGEST_SECONDS + " seconds: got " + value;
        try {
            int seconds = Integer.parseInt(value);
            if (seconds < 1 || seconds > LONGEST_SECONDS) {
                throw new IllegalArgumentException(wanted);
            }
            return seconds;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(wanted, notANumber);
        }
    }

    private static Path executable(Path java) {
        Path command = Files.isDirectory(java) ? java.resolve("bin/java") : java;
        if (!Files.isExecutable(command)) {
            throw new IllegalArgumentException("no java command at " + command);
        }
        return command;
    }

    private static String existing(String agent) {
        Path jar = Path.of(agent.split("=", 2)[0]);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("no agent at " + jar + ": test-apps/demo/run builds it");
        }
        return agent;
    }
}
