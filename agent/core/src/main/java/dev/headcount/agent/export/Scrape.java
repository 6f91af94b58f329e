package dev.headcount.agent.export;

import java.io.IOException;
import java.io.OutputStream;

/** One scrape whose numbers have been taken; immutable. */
final class Scrape {

    private final Page page;
    private final Cells cells;

    Scrape(Page page, Cells cells) {
        this.page = page;
        this.cells = cells;
    }

    void write(OutputStream out) throws IOException {
        page.write(cells, out);
    }
}
