package dev.headcount.agent.config;

/** The keys of the configuration. */
public enum Key {
    MODE("mode"),
    TICK("tick"),
    WAIT_OBJECTIVE("wait-objective"),
    CEILING("ceiling"),
    IDLE_EXPIRY("idle-expiry"),
    CONFIG("config");

    private final String text;

    Key(String text) {
        this.text = text;
    }

    /** As it is written in arguments and files. */
    public String text() {
        return text;
    }

    /** The key of that name; null when there is none. */
    static Key named(String text) {
        for (Key key : values()) {
            if (key.text.equals(text)) {
                return key;
            }
        }
        return null;
    }

    /** The key that somebody who wrote {@code text} most likely meant. */
    static Key nearest(String text) {
        Key nearest = MODE;
        for (Key key : values()) {
            if (Spelling.distance(text, key.text) < Spelling.distance(text, nearest.text)) {
                nearest = key;
            }
        }
        return nearest;
    }

    static String all() {
        StringBuilder all = new StringBuilder();
        for (Key key : values()) {
            all.append(all.length() == 0 ? "" : ", ").append(key.text);
        }
        return all.toString();
    }
}
