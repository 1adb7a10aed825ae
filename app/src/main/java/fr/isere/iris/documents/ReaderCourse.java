package fr.isere.iris.documents;

import java.io.IOException;

/** What a reading came to so far. A reader is not believed: one that leaves out a page must not pass for one that read all. */
final class ReaderCourse {

    private final int maxPages;
    private boolean opened;
    private int announced;
    private int pages;

    ReaderCourse(int maxPages) {
        this.maxPages = maxPages;
    }

    /**
     * Takes the next line.
     *
     * @throws IOException if it cannot stand here
     */
    void take(ReaderLine line) throws IOException {
        if (!fits(line)) {
            throw new IOException("a line out of its place");
        }
        if (line instanceof ReaderLine.Opened start) {
            opened = true;
            announced = start.pages();
        } else if (line instanceof ReaderLine.Page) {
            pages++;
        }
    }

    private boolean fits(ReaderLine line) {
        if (line instanceof ReaderLine.Opened start) {
            return !opened && start.pages() >= 0 && start.pages() <= maxPages;
        }
        if (line instanceof ReaderLine.Page page) {
            return opened && page.number() == pages + 1 && page.number() <= maxPages;
        }
        if (line instanceof ReaderLine.Finished end) {
            return opened && end.pages() == pages && (announced == 0 || announced == pages);
        }
        return opened || line instanceof ReaderLine.Failed;
    }
}
