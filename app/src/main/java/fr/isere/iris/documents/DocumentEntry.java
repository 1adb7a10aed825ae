package fr.isere.iris.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document when it comes in, and never changes.
 *
 * @param number in its conversation, from 1; not given again when it is erased
 * @param name of the file, for the screen
 * @param bytes of the original
 * @param digest SHA-256 of the original, which itself is not kept
 * @param partOf id of the mail that it was attached to; null if it was sent by itself
 * @param sentAt when it came in
 */
record DocumentEntry(
        String id,
        int number,
        String name,
        long bytes,
        String digest,
        @Nullable String partOf,
        Instant sentAt) {

    /** A file that is about to become a document. */
    static DocumentEntry of(String id, Original original, @Nullable String partOf, Instant now) {
        return new DocumentEntry(id, 0, original.name(), original.bytes(), original.digest(), partOf, now);
    }

    DocumentEntry numbered(int other) {
        return new DocumentEntry(id, other, name, bytes, digest, partOf, sentAt);
    }
}
