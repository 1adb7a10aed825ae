package fr.isere.iris.reader;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import java.nio.file.Path;

/** Where what is read goes, page by page. */
public interface Sink {

    /**
     * What the file is.
     *
     * @param pages 0 if that is not known yet
     */
    void opened(DocumentKind kind, int pages);

    /** In order, each once. */
    void page(ReadPage page);

    /**
     * A file that came with a message.
     *
     * @param file in the reading's temporary folder
     */
    void attachment(String name, Path file);

    /** A file that came with a message, of a kind that nothing here reads. */
    void leftOut(String name);
}
