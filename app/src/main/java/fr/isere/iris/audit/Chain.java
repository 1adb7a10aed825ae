package fr.isere.iris.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Ties each line to all before it: a line's hash is made of the former line's hash and of the line.
 *
 * <p><b>What it proves.</b> A line that was changed, taken out, put in or moved no longer fits; neither does an end that was cut off
 * or a file that was deleted, if a later line, of whatever instance, names it (each file begins by naming what it follows, and the
 * ends of the other instances' files). Without a key (SHA-256) that finds accidents, and whoever does not compute all later
 * hashes anew. With one (HMAC-SHA-256), only who has the key can.
 *
 * <p><b>What it does not.</b> Who has the key, or controls the process, can write what they like. The newest lines of the newest file
 * are named by nothing yet: while their instance runs it knows them itself; once it was killed, they can be cut off until the next
 * start. A wish that the past be fixed against the administrators of the machine needs the hashes, or the files, copied elsewhere.
 *
 * <p>For one thread.
 */
final class Chain {

    /** What stands for the hash of the line before the first. */
    static final String GENESIS = "0".repeat(64);

    /** What stands for a key's name when there is none. */
    static final String NO_KEY = "none";

    private static final int NAME_LENGTH = 8;

    private final Hash hash;
    private final String keyName;

    /** @param key secret; null for a chain that anybody can compute */
    Chain(@Nullable String key) {
        try {
            this.hash = key == null ? MessageDigest.getInstance("SHA-256")::digest : hmac(key)::doFinal;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        this.keyName = key == null ? NO_KEY : hash(GENESIS, "name of the key").substring(0, NAME_LENGTH);
    }

    /** Tells keys apart without telling them. */
    String keyName() {
        return keyName;
    }

    /** The hash of a line, in hexadecimal. */
    String hash(String previous, String body) {
        byte[] bytes = (previous + '\n' + body).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(hash.of(bytes));
    }

    private static Mac hmac(String key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac;
    }

    private interface Hash {
        byte[] of(byte[] bytes);
    }
}
