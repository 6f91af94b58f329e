package dev.headcount.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as their widest cell; those whose heading begins with a blank are flush right. */
public final class Table {

    private static final String GAP = "  ";

    private final String[] headings;
    private final List<String[]> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = headings.clone();
    }

    /** One cell a heading. */
    public void row(String... cells) {
        rows.add(cells.clone());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Lines, each ended; the last column is not filled up. */
    public String text() {
        int[] widths = new int[headings.length];
        String[] shown = new String[headings.length];
        for (int i = 0; i < headings.length; i++) {
            shown[i] = headings[i].trim();
            widths[i] = shown[i].length();
            for (String[] row : rows) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        add(text, shown, widths);
        for (String[] row : rows) {
            add(text, row, widths);
        }
        return text.toString();
    }

    private void add(StringBuilder text, String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : GAP);
            boolean isRight = headings[i].startsWith(" ");
            pad(line, isRight ? widths[i] - cells[i].length() : 0);
            line.append(cells[i]);
            pad(line, isRight ? 0 : widths[i] - cells[i].length());
        }
        text.append(line.toString().replaceAll("\\s+$", "")).append('\n');
    }

    private static void pad(StringBuilder line, int blanks) {
        for (int i = 0; i < blanks; i++) {
            line.append(' ');
        }
    }
}
