package fr.isere.iris.retention;

import com.google.crypto.tink.Aead;
import fr.isere.iris.retention.Unreadable.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Wraps each content key with the key of a time bucket. An envelope is
 * {@code format (1 byte) | bucket (4) | wrapped content key (60) | what the content key sealed}; who takes the bucket's key out of the
 * ring makes noise of all that it wraps.
 */
@Component
class Vault {

    static final byte FORMAT = 1;

    private static final int HEAD = 1 + Integer.BYTES;
    private static final int WRAPPED = 12 + ContentKey.BYTES + 16;

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    private final KeyRing ring;
    private final RingMarker marker;

    Vault(KeyRing ring, RingMarker marker) {
        this.ring = ring;
        this.marker = marker;
    }

    /** An opened envelope: its content key, and what is under it, still sealed. */
    static final class Opened {

        private final ContentKey key;
        private final byte[] sealed;

        private Opened(ContentKey key, byte[] sealed) {
            this.key = key;
            this.sealed = sealed;
        }

        ContentKey key() {
            return key;
        }

        byte[] sealed() {
            return sealed;
        }
    }

    /** Wraps a content key for a thing that ends then, and puts it before what it sealed. */
    byte[] envelope(ContentKey contentKey, Key key, Instant end, byte[] sealed) {
        marker.requireMine();
        int bucket = ring.bucketFor(end);
        byte[] wrapped = contentKey.wrap(toSeal(bucket), wrapping(key, bucket));
        return ByteBuffer.allocate(HEAD + WRAPPED + sealed.length)
                .put(FORMAT)
                .putInt(bucket)
                .put(wrapped)
                .put(sealed)
                .array();
    }

    /**
     * Takes the content key out of an envelope; empty if the key of its bucket is destroyed: its time has passed.
     *
     * @throws Unreadable and why
     */
    Optional<Opened> open(Key key, byte[] envelope) {
        if (envelope.length < HEAD) {
            throw new Unreadable(Reason.TRUNCATED);
        }
        ByteBuffer bytes = ByteBuffer.wrap(envelope);
        if (bytes.get() != FORMAT) {
            throw new Unreadable(Reason.FORMAT);
        }
        if (envelope.length < HEAD + WRAPPED) {
            throw new Unreadable(Reason.TRUNCATED);
        }
        int bucket = bytes.getInt();
        Optional<Aead> bucketKey = ring.toOpen(bucket);
        if (bucketKey.isEmpty()) {
            return Optional.empty();
        }
        byte[] wrapped = new byte[WRAPPED];
        bytes.get(wrapped);
        try {
            ContentKey contentKey = ContentKey.unwrap(bucketKey.get(), wrapped, wrapping(key, bucket));
            return Optional.of(new Opened(contentKey, Arrays.copyOfRange(envelope, HEAD + WRAPPED, envelope.length)));
        } catch (GeneralSecurityException e) {
            throw new Unreadable(Reason.NOT_AUTHENTIC);
        }
    }

    /** Seals one value under a key of its own. */
    byte[] seal(Key key, String value, Instant end) {
        ContentKey own = ContentKey.draw();
        return envelope(own, key, end, own.seal(value, Bound.to(key, "value")));
    }

    /** Opens what {@link #seal} sealed; empty if its time has passed. */
    Optional<String> unseal(Key key, byte[] envelope) {
        return open(key, envelope).map(opened -> text(opened.key(), opened.sealed(), Bound.to(key, "value")));
    }

    static String text(ContentKey contentKey, byte[] sealed, byte[] bound) {
        return new String(bytes(contentKey, sealed, bound), StandardCharsets.UTF_8);
    }

    static byte[] bytes(ContentKey contentKey, byte[] sealed, byte[] bound) {
        try {
            return contentKey.open(sealed, bound);
        } catch (GeneralSecurityException e) {
            throw new Unreadable(Reason.NOT_AUTHENTIC);
        }
    }

    private Aead toSeal(int bucket) {
        try {
            return ring.toSeal(bucket);
        } catch (RingUnusable e) {
            LOG.error("{}", e.line());
            throw e;
        }
    }

    private static byte[] wrapping(Key key, int bucket) {
        return Bound.to(key, "key", Integer.toString(FORMAT), Integer.toString(bucket));
    }
}
