package dev.headcount.agent.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The form of the file: UTF-8 text, so that people can look into it.
 *
 * <pre>
 * headcount-state 1
 * [advice] elastic 1767225600000 2 orders      section, kind, when, how many lines follow, pool
 * a line
 * another
 * end 1a2b3c4d                                 CRC-32 of all before this line
 * </pre>
 *
 * <p>Law: what was written reads the same; a file that was cut short, changed or mixed up does not read at all.
 */
final class StateText {

    private static final String MAGIC = "headcount-state ";
    private static final String VERSION = "1";
    private static final String END = "end ";

    private StateText() {}

    /**
     * As many of {@code entries} as fit, from the first on.
     *
     * @param bytesMax the longest that is written
     */
    static byte[] write(List<Entry> entries, int bytesMax) {
        StringBuilder text = new StringBuilder(MAGIC).append(VERSION).append('\n');
        int left = bytesMax - 64; // for the first and the last line
        for (Entry entry : entries) {
            String part = part(entry);
            left -= part.getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                break;
            }
            text.append(part);
        }
        String sum = sum(text);
        return text.append(END).append(sum).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String part(Entry entry) {
        StringBuilder part = new StringBuilder("[" + entry.key.section + "] " + entry.key.kind + ' ' + entry.seenMillis
                + ' ' + entry.lines.size() + ' ' + escaped(entry.key.pool) + '\n');
        for (String line : entry.lines) {
            part.append(escaped(line)).append('\n');
        }
        return part.toString();
    }

    /** @throws Unusable where this is not what {@link #write} wrote */
    static List<Entry> read(byte[] content) throws Unusable {
        String text = new String(content, StandardCharsets.UTF_8);
        if (!text.startsWith(MAGIC)) {
            throw new Unusable("is no state file of headcount", /* isReplaceable= */ text.isEmpty());
        }
        String version = text.substring(MAGIC.length(), Math.max(MAGIC.length(), text.indexOf('\n')));
        if (!version.equals(VERSION)) {
            throw new Unusable("is of version " + version + ", and this agent's is " + VERSION, true);
        }
        int last = text.lastIndexOf('\n' + END) + 1;
        if (last == 0 || !text.substring(last).equals(END + sum(text.substring(0, last)) + '\n')) {
            throw new Unusable("is damaged: its check sum does not fit", true);
        }
        try {
            return entries(text.substring(0, last).split("\n", -1));
        } catch (IndexOutOfBoundsException | NumberFormatException malformed) { // with the right sum: another's work
            throw new Unusable("is damaged: " + malformed.getMessage(), true);
        }
    }

    private static List<Entry> entries(String[] lines) {
        List<Entry> entries = new ArrayList<>();
        int at = 1;
        while (at < lines.length - 1) {
            String[] head = lines[at++].split(" ", 5);
            int count = Integer.parseInt(head[3]);
            List<String> own = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                own.add(plain(lines[at++]));
            }
            String section = head[0].substring(1, head[0].length() - 1);
            entries.add(new Entry(new Entry.Key(section, plain(head[4]), head[1]), Long.parseLong(head[2]), own));
        }
        return entries;
    }

    private static String sum(CharSequence text) {
        CRC32 sum = new CRC32();
        sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                c = text.charAt(++i);
                c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
