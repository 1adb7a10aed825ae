package fr.isere.iris.reader;

/**
 * What a document may be at most.
 *
 * @param pages past which nothing of it is read
 * @param charactersAPage past which a file is no document any more
 */
public record Bounds(int pages, long charactersAPage) {

    private static final long CHARACTERS_A_PAGE = 500_000;

    /** The bounds that the application may set, the others as they are. */
    public static Bounds ofPages(int pages) {
        return new Bounds(pages, CHARACTERS_A_PAGE);
    }
}
