package fr.isere.iris.retention;

import java.io.IOException;

/** How a ring's file is written. */
interface RingFormat {

    /**
     * Reads a file's content.
     *
     * @throws IOException with the reason, never with a key in it
     */
    RingKeys parse(byte[] content) throws IOException;

    /** What the file holds for these keys. */
    byte[] write(RingKeys keys) throws IOException;
}
