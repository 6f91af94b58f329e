package dev.headcount.agent.config;

/** How far the agent may go. */
public enum Mode {
    /** Measures, decides and resizes. */
    AUTO("auto"),
    /** Measures and decides, and records the resize that it would have made. */
    ADVISE("advise"),
    /** Measures only. */
    OBSERVE("observe"),
    /** Does nothing. */
    OFF("off");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    /** The word that stands for it in every option, attribute and label. */
    public String text() {
        return text;
    }

    /** The mode of that word; null when there is none. */
    public static Mode named(String text) {
        for (Mode mode : values()) {
            if (mode.text.equals(text)) {
                return mode;
            }
        }
        return null;
    }
}
