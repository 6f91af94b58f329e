package dev.headcount.agent.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A page in one format whose numbers are filled in at each scrape; immutable.
 *
 * <p>Law: what {@link #write} gives is, byte by byte, what the client would write for the same numbers.
 * Cost: the page's own text in memory, 6 KB a pool. A scrape copies it; the client, for 500 pools, would make 5 MB
 * of garbage each time, and does only when pools have come or gone.
 */
final class Page {

    private final Cells shape;
    private final byte[] text;

    /** Where in {@link #text} a number goes; what follows it is the text from there on. */
    private final int[] ends;

    /** The place of that number among those of {@link Cells}; {@code ~place} when it is written as a whole number. */
    private final int[] places;

    private final int count;

    private Page(Cells shape, byte[] text, int[] ends, int[] places, int count) {
        this.shape = shape;
        this.text = text;
        this.ends = ends;
        this.places = places;
        this.count = count;
    }

    static Page layOut(Cells cells, Format format) throws IOException {
        byte[] page = PageShape.of(cells, format);
        int[] ends = new int[cells.numberCount() + cells.count()]; // a histogram's count is written twice
        int[] places = new int[ends.length];
        int count = 0;
        int kept = 0;
        for (int line = 0; line < page.length; ) {
            int end = indexOf(page, '\n', line);
            int number = lastIndexOf(page, ' ', end) + 1;
            int place = page[line] == '#' ? -1 : place(page, number, end);
            int copied = place < 0 ? end + 1 : number;
            System.arraycopy(page, line, page, kept, copied - line);
            kept += copied - line;
            if (place >= 0) {
                boolean isWhole = indexOf(page, '.', number) > end;
                ends[count] = kept;
                places[count++] = isWhole ? ~place : place;
                page[kept++] = '\n';
            }
            line = end + 1;
        }
        return new Page(cells.shape(), Arrays.copyOf(page, kept), ends, places, count);
    }

    private static int place(byte[] page, int from, int to) {
        return (int) Double.parseDouble(new String(page, 0, from, to - from)) - PageShape.FIRST;
    }

    private static int indexOf(byte[] page, char wanted, int from) {
        int at = from;
        while (at < page.length && page[at] != wanted) {
            at++;
        }
        return at;
    }

    private static int lastIndexOf(byte[] page, char wanted, int before) {
        int at = before - 1;
        while (page[at] != wanted) {
            at--;
        }
        return at;
    }

    boolean fits(Cells cells) {
        return cells.haveTheShapeOf(shape);
    }

    void write(Cells cells, OutputStream out) throws IOException {
        NumberWriter writer = new NumberWriter(out);
        int from = 0;
        for (int at = 0; at < count; at++) {
            writer.text(text, from, ends[at]);
            from = ends[at];
            int place = places[at];
            if (place < 0) {
                writer.whole((long) cells.number(~place));
            } else {
                writer.number(cells.number(place));
            }
        }
        writer.text(text, from, text.length);
        writer.flush();
    }
}
