package dev.headcount.agent.config;

import java.util.List;

/** Something given that can't be applied; the message, one line, is all there is to it. */
final class BadSetting extends Exception {

    private static final long serialVersionUID = 1L;

    /** Longest piece of somebody's text that a message repeats, so that the line stays a line. */
    private static final int QUOTED_CHARACTERS = 80;

    BadSetting(String message) {
        super(oneLine(message), null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }

    static BadSetting unknownKey(String where, String text, List<Key> known) {
        return new BadSetting(where + ": unknown key, the nearest is "
                + Key.nearest(text, known).text() + " (all: " + Key.list(known) + ")");
    }

    static BadSetting wrongValue(String where, String found, String expected) {
        return new BadSetting(where + ": found " + quote(found) + ", expected " + expected);
    }

    /** {@code text} between quotes, cut where it is long. */
    static String quote(String text) {
        boolean isLong = text.length() > QUOTED_CHARACTERS;
        return '"' + (isLong ? text.substring(0, QUOTED_CHARACTERS) + "..." : text) + '"';
    }

    /** A blank for every control character: texts and file names of strangers must not forge lines of a log. */
    private static String oneLine(String message) {
        StringBuilder line = new StringBuilder(message);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }
}
