package fr.isere.iris.documents;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.nio.file.Path;

/**
 * Hears what a reader finds: first {@link #opened}, then the pages, in the end {@link #finished} or {@link #failed}. Called from one
 * thread at a time; while a call lasts the reader waits, and no limit of time runs.
 */
interface ReadingListener {

    /**
     * What the file is, by its content.
     *
     * @param pages 0 if that is not known yet
     */
    void opened(DocumentKind kind, int pages);

    /** The next page, from 1 on, none left out. */
    void page(ReadPage page);

    /**
     * A file that came with a message.
     *
     * @param file goes away when the call ends: copy it
     */
    void attachment(String name, Path file);

    /** A file that came with a message, of a kind that is not read. */
    void leftOut(String name);

    /**
     * All was read, and nothing of the reading is left on the disk.
     *
     * @param pages as many as were heard
     */
    void finished(int pages);

    /** Nothing more comes, and what came is not the whole document: drop it. Nothing of the reading is left on the disk. */
    void failed(ReadingFailure failure);
}
