package fr.isere.iris.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one stored thing without saying whose it is or what is in it. The braces are Redis Cluster's hash tag: keys with the same
 * tag live on the same node, so that one script may touch them together.
 */
public final class Key {

    private final String name;

    private Key(String name) {
        this.name = name;
    }

    /**
     * Something that has an id of its own.
     *
     * @param kind which kind of thing: a constant of the code
     * @param id random, drawn by {@link Ids}
     */
    public static Key of(String kind, String id) {
        return new Key("iris:" + kind + ":{" + id + "}");
    }

    /**
     * Something that a person has one of.
     *
     * @param kind which kind of thing: a constant of the code
     * @param personId the person's id at the provider; only its digest becomes part of the name
     */
    public static Key ofPerson(String kind, String personId) {
        return of(kind, pseudonym(personId));
    }

    /** The digest that stands for a person in key names and in records: 128 bits of SHA-256, in hexadecimal. */
    public static String pseudonym(String personId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(personId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
