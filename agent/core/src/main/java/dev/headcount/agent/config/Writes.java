package dev.headcount.agent.config;

/** Who may override sizes while the program runs. */
public enum Writes {
    /** Whoever reaches the beans. */
    ALL("all"),
    /** The command line alone, which proves by attaching that it may do anything to this process. */
    CLI("cli"),
    /** Nobody. */
    NONE("none");

    final String text;

    Writes(String text) {
        this.text = text;
    }

    /** @return null when there is none of that name */
    static Writes named(String text) {
        for (Writes writes : values()) {
            if (writes.text.equals(text)) {
                return writes;
            }
        }
        return null;
    }
}
