package fr.isere.iris.retention;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a ciphertext is bound to: it opens only in its place. GCM calls it the associated data. */
final class Bound {

    private Bound() {}

    /** Each part with its length before it, so that no two lists of parts look alike. */
    static byte[] to(Key key, String... place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(key.name());
            out.writeUTF(key.owner());
            for (String part : place) {
                out.writeUTF(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
