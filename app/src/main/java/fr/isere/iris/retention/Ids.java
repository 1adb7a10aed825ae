package fr.isere.iris.retention;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Draws ids that nobody can guess: 128 random bits, in 22 URL-safe characters. */
@Component
public class Ids {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();

    /** A new id. */
    public String next() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether this may be an id at all: what is not never becomes part of a key's name. */
    public boolean isOne(String candidate) {
        return SHAPE.matcher(candidate).matches();
    }
}
