package fr.isere.iris.retention;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Draws ids that nobody can guess: 128 random bits, in 22 URL-safe characters. A tilde before them says that the thing stands in the
 * memory of one instance, and nowhere else.
 */
@Component
public class Ids {

    static final String IN_MEMORY = "~";

    private static final Pattern SHAPE = Pattern.compile(IN_MEMORY + "?[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();

    /** A new id. */
    public String next() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A new id of something that must not leave memory. */
    public String nextInMemory() {
        return IN_MEMORY + next();
    }

    /** A new id of what belongs to the thing with this id, and stands where that stands. */
    public String nextBeside(String id) {
        return isInMemory(id) ? nextInMemory() : next();
    }

    /** Whether the thing with this id stands in the memory of one instance. */
    public static boolean isInMemory(String id) {
        return id.startsWith(IN_MEMORY);
    }

    /** Whether this may be an id at all: what is not never becomes part of a key's name. */
    public boolean isOne(String candidate) {
        return SHAPE.matcher(candidate).matches();
    }
}
