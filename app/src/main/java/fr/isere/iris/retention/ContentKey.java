package fr.isere.iris.retention;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** The AES-256-GCM key of one stored thing: of a conversation, say. It lives in Redis wrapped by its bucket's key, never as it is. */
final class ContentKey {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final Aead aead;

    private ContentKey(byte[] secret) {
        this.secret = secret;
        this.aead = aead(secret);
    }

    static ContentKey draw() {
        return new ContentKey(randomKey());
    }

    static byte[] randomKey() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static Aead aead(byte[] secret) {
        try {
            return new AesGcmJce(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    /** Takes a key out of its wrapping. */
    static ContentKey unwrap(Aead bucket, byte[] wrapped, byte[] bound) throws GeneralSecurityException {
        return new ContentKey(bucket.decrypt(wrapped, bound));
    }

    byte[] wrap(Aead bucket, byte[] bound) {
        return seal(bucket, secret, bound);
    }

    byte[] seal(byte[] content, byte[] bound) {
        return seal(aead, content, bound);
    }

    byte[] seal(String content, byte[] bound) {
        return seal(content.getBytes(StandardCharsets.UTF_8), bound);
    }

    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        return aead.decrypt(sealed, bound);
    }

    private static byte[] seal(Aead aead, byte[] content, byte[] bound) {
        try {
            return aead.encrypt(content, bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not encrypt", e);
        }
    }
}
