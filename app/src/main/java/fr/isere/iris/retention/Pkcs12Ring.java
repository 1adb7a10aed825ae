package fr.isere.iris.retention;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ring in a PKCS#12 key store, which a password protects as well. All keys are one entry: a store derives a key from the password
 * for each, which for some hundreds takes seconds.
 */
final class Pkcs12Ring implements RingFormat {

    private static final String ENTRY = "iris";

    private final FileRing inside = new FileRing();
    private final char[] password;

    Pkcs12Ring(String password) {
        this.password = password.toCharArray();
    }

    @Override
    public RingKeys parse(byte[] content) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            java.security.Key ring = store.getKey(ENTRY, password);
            if (ring == null) {
                throw new IOException("a key store without the entry " + ENTRY);
            }
            return inside.parse(ring.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("not a whole key store", e);
        }
    }

    @Override
    public byte[] write(RingKeys keys) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setEntry(
                    ENTRY,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(inside.write(keys), "AES")),
                    new KeyStore.PasswordProtection(password));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException("the key store cannot be written", e);
        }
    }
}
