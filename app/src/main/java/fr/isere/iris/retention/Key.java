package fr.isere.iris.retention;

/**
 * Names one stored thing without saying whose it is or what is in it. The braces are Redis Cluster's hash tag: keys with the same
 * tag live on the same node, so that one script may touch them together.
 *
 * @param name in Redis
 * @param owner pseudonym of the one person whose content it is; empty for what is nobody's. It is not stored: what was sealed for one
 *     owner does not open for another
 */
public record Key(String name, String owner) {

    /**
     * Something that has an id of its own.
     *
     * @param kind which kind of thing: a constant of the code
     * @param id random, drawn by {@link Ids}, or a pseudonym by {@link Pseudonyms}
     */
    public static Key of(String kind, String id) {
        return new Key("iris:" + kind + ":{" + id + "}", "");
    }

    /** The same thing, as this person's. */
    public Key ownedBy(String pseudonym) {
        return new Key(name, pseudonym);
    }

    /** Whether it stands in the memory of one instance, and nowhere else. */
    boolean isInMemory() {
        return name.contains("{" + Ids.IN_MEMORY);
    }

    @Override
    public String toString() {
        return name;
    }
}
