package fr.isere.iris.summaries;

import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.reading.ReadPage;
import java.util.List;

/** A document with all of its pages. */
record Source(ReadDocument document, List<ReadPage> pages) {

    Source {
        pages = List.copyOf(pages);
    }

    int number() {
        return document.number();
    }

    boolean isReadable(int page) {
        return !document.unreadable().contains(page);
    }

    /** How many pages there are to read. */
    int readable() {
        return document.pages() - document.unreadable().size();
    }
}
