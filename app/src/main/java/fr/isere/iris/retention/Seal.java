package fr.isere.iris.retention;

/** Makes noise of a text, and text of the noise: for whoever has the keys that are behind it, which never leave this package. */
public interface Seal {

    /** The text, sealed, in letters. */
    String seal(String text);

    /**
     * What {@link #seal} sealed with the same keys.
     *
     * @throws Unreadable if it was sealed with others, or not at all
     */
    String open(String sealed);
}
