package fr.isere.iris.retention;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Stands for people where their names must not: in names of keys and in records. A keyed digest, since a plain one of an address or a
 * number can be guessed by trying; with the ring lost or replaced, nobody can tell any more who was meant.
 */
@Component
public class Pseudonyms {

    private static final int BYTES = 16;

    private final KeyRing ring;

    Pseudonyms(KeyRing ring) {
        this.ring = ring;
    }

    /** The first 128 bits of HMAC-SHA-256, in hexadecimal. */
    public String of(String secretName) {
        byte[] digest = ring.digest(secretName.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    }
}
