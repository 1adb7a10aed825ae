package fr.isere.iris.reader;

import java.time.Duration;

/**
 * What a document may be at most, and what reading its pictures may take: past that a page is named as unread, so that the document is
 * not lost to the application's own limits, which end a reading as a whole.
 *
 * @param pages past which nothing of it is read
 * @param charactersAPage past which a file is no document any more
 * @param picture how long one page may be drawn and recognised
 * @param pictures when no page is recognised any more
 */
public record Bounds(int pages, long charactersAPage, Duration picture, Deadline pictures) {

    private static final long CHARACTERS_A_PAGE = 500_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** The application's usual limits of time, from now on. */
    public static Bounds ofPages(int pages) {
        return of(pages, LIMIT, SILENCE);
    }

    /**
     * From now on: of each limit a part is left to what is no recognition.
     *
     * @param limit how long the application lets a reading last
     * @param silence how long it waits for the next page
     */
    static Bounds of(int pages, Duration limit, Duration silence) {
        return new Bounds(
                pages,
                CHARACTERS_A_PAGE,
                silence.multipliedBy(2).dividedBy(3),
                Deadline.in(limit.multipliedBy(9).dividedBy(10)));
    }
}
