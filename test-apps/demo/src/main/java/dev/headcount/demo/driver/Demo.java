package dev.headcount.demo.driver;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Runs the service without the agent and with it, shows both, and leaves the figures in {@code result.properties}.
 *
 * <p>Exit codes: 0 every task arrived once, 1 one did not or a run broke off, 2 usage.
 */
final class Demo {

    private final Options options;
    private final Path target;
    private final Screen screen;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Demo(Options options, Path target) {
        this.options = options;
        this.target = target;
        this.screen = new Screen(System.out, options.terminal());
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) throws InterruptedException {
        if (arguments.contains("--help")) {
            System.out.print(Options.USAGE);
            return 0;
        }
        try {
            Path target = target();
            return new Demo(Options.parse(arguments, target), target).compare() ? 0 : 1;
        } catch (IllegalArgumentException usage) {
            System.err.println(usage.getMessage());
            return 2;
        } catch (IOException failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    /** Where this class was built; what it starts lies beside it. */
    private static Path target() {
        try {
            return Path.of(Demo.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether both runs were complete. */
    private boolean compare() throws IOException, InterruptedException {
        Result without = run("without", List.of(), /* awaitRelease= */ false);
        Result with = run("with", List.of("-javaagent:" + options.agent()), /* awaitRelease= */ !options.quick());
        screen.comparison(without, with, /* releaseAwaited= */ !options.quick());
        write(without, with);
        return without.isComplete() && with.isComplete();
    }

    private Result run(String name, List<String> agent, boolean awaitRelease) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(options.java().toString()));
        command.addAll(agent);
        command.addAll(service());
        screen.run(agent.isEmpty() ? "Without the agent" : "With the agent", shown(command));
        Path log = options.out().resolve(name + ".service.log");
        return new Run(options.plan(), screen, http).of(command, log, awaitRelease);
    }

    /** The command as a person would have typed it here. */
    private static String shown(List<String> command) {
        return String.join(" ", command).replace(Path.of("").toAbsolutePath() + "/", "");
    }

    private List<String> service() {
        return options.plain()
                ? List.of("-cp", target.resolve("classes").toString(), "dev.headcount.demo.plain.PlainService")
                : List.of("-jar", target.resolve("headcount-demo.jar").toString());
    }

    private void write(Result without, Result with) throws IOException {
        Properties properties = new Properties();
        without.writeTo(properties, "without");
        with.writeTo(properties, "with");
        try (OutputStream file = Files.newOutputStream(options.out().resolve("result.properties"))) {
            properties.store(file, null);
        }
    }
}
