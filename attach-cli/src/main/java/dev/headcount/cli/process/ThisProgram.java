package dev.headcount.cli.process;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How this command line was started, to say how to start it again. */
public final class ThisProgram {

    private static final String BARE_WORD = "[A-Za-z0-9_./:=,@%+-]+";

    private final JvmProcess process;
    private final String[] arguments;

    public ThisProgram(JvmProcess process, String... arguments) {
        this.process = process;
        this.arguments = arguments.clone();
    }

    public JvmProcess process() {
        return process;
    }

    /** 8, 11, 17, … */
    public int javaFeature() {
        String version = System.getProperty("java.specification.version");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    /** The folder of this jar. */
    public Path folder() {
        return jar().getParent();
    }

    /** {@code null} outside a packaged jar. */
    public String version() {
        return ThisProgram.class.getPackage().getImplementationVersion();
    }

    private static Path jar() {
        try {
            return Paths.get(ThisProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Another command, for the same shell. */
    public String command(String... words) {
        return quoted(process.program()) + " -jar " + quoted(System.getProperty("java.class.path")) + joined(words);
    }

    /** The same command again. */
    public String again() {
        return command(arguments);
    }

    /** The same command with {@code value} for {@code option}, whatever it was given before. */
    public String againWithOption(String option, String value) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(option)) {
                i++; // and its value
            } else if (!arguments[i].startsWith(option + "=")) {
                words.add(arguments[i]);
            }
        }
        words.add(option);
        words.add(value);
        return command(words.toArray(new String[0]));
    }

    /** The same command for a shell that finds another Java, or none. */
    public String againWith(String java) {
        return quoted(java) + " -jar " + quoted(jar().toString()) + joined(arguments);
    }

    /** The same command about {@code pid} instead of what was {@code asked} for. */
    public String againAbout(String asked, long pid) {
        return command(changed(asked, pid));
    }

    /** The same command about {@code pid}, with a copy of this jar elsewhere. */
    public String againAbout(String asked, long pid, String java, String jar) {
        return quoted(java) + " -jar " + quoted(jar) + joined(changed(asked, pid));
    }

    private String[] changed(String asked, long pid) {
        String[] changed = arguments.clone();
        int at = Arrays.asList(changed).indexOf(asked);
        if (at >= 0) {
            changed[at] = Long.toString(pid);
        }
        return changed;
    }

    /** The Java that runs this, to be named where another user's path may find another one. */
    public static String ownJava() {
        return Paths.get(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String joined(String... words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(' ').append(quoted(word));
        }
        return line.toString();
    }

    public static String quoted(String word) {
        return word.matches(BARE_WORD) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
