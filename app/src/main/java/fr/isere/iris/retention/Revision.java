package fr.isere.iris.retention;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A bundle at one of its writes: which one, its key, and at which write each of its fields was last written. Each field is bound to
 * that number, and the list is sealed with the number of the whole, so that an old field put back does not open.
 */
public final class Revision {

    private final long number;
    private final ContentKey key;
    private final Map<String, Long> writes;

    private Revision(long number, ContentKey key, Map<String, Long> writes) {
        this.number = number;
        this.key = key;
        this.writes = writes;
    }

    /** Of what is not stored yet: number 0, and a key of its own. */
    public static Revision unstored() {
        return new Revision(0, ContentKey.draw(), Map.of());
    }

    /** From 1; 0 for what is not stored yet. */
    public long number() {
        return number;
    }

    ContentKey key() {
        return key;
    }

    /** Names of the fields that stand. */
    public Set<String> fields() {
        return writes.keySet();
    }

    /** The next one, after these fields were written and those removed. */
    Revision next(Set<String> written, Iterable<String> removed) {
        Map<String, Long> after = new HashMap<>(writes);
        removed.forEach(after::remove);
        written.forEach(name -> after.put(name, number + 1));
        return new Revision(number + 1, key, Map.copyOf(after));
    }

    /** Where a field of this revision stands. */
    byte[] bound(Key bundle, String field) {
        return Bound.to(bundle, "field", field, Long.toString(writes.getOrDefault(field, 0L)));
    }

    /** The list of the fields, sealed. */
    byte[] sealed(Key bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(writes.size());
            for (Map.Entry<String, Long> write : writes.entrySet()) {
                out.writeUTF(write.getKey());
                out.writeLong(write.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key.seal(bytes.toByteArray(), boundOfList(bundle, number));
    }

    /**
     * Opens what {@link #sealed} sealed.
     *
     * @throws Unreadable if it is not of this bundle's write {@code number}
     */
    static Revision of(Key bundle, long number, Vault.Opened envelope) {
        byte[] list = Vault.bytes(envelope.key(), envelope.sealed(), boundOfList(bundle, number));
        Map<String, Long> writes = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(list))) {
            for (int left = in.readInt(); left > 0; left--) {
                writes.put(in.readUTF(), in.readLong());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Revision(number, envelope.key(), Map.copyOf(writes));
    }

    private static byte[] boundOfList(Key bundle, long number) {
        return Bound.to(bundle, "fields", Long.toString(number));
    }
}
