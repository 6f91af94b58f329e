package dev.headcount.launcher;

/** What {@code java -jar headcount-agent.jar} answers: the jar is an agent, not a program. */
final class Usage {

    private Usage() {}

    /** Explains itself on stderr and ends with 2, so that a start script that meant something else notices. */
    public static void main(String[] arguments) {
        System.err.println("headcount-agent.jar is a Java agent, not a program. Add it to the command line of your"
                + " application:\n\n"
                + "  java -javaagent:headcount-agent.jar -jar application.jar\n"
                + "  java -javaagent:headcount-agent.jar=mode=observe,config=/etc/headcount.yaml -jar application.jar");
        System.exit(2);
    }
}
