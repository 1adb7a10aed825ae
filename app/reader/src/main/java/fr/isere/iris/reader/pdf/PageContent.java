package fr.isere.iris.reader.pdf;

import java.util.List;

/**
 * What a page shows.
 *
 * @param glyphs in the order in which the file draws them
 * @param slanted text that is written across the page, a stamp for instance, already put together
 * @param unknown how many characters its fonts have no letter for
 * @param recognised how many of the glyphs are invisible over a picture: what a scanner recognised in it
 * @param hidden how many letters it has that nobody sees
 * @param marked whether it shows anything but text
 * @param pictures what covers it besides
 */
record PageContent(
        int number,
        float width,
        float height,
        List<Glyph> glyphs,
        String slanted,
        int unknown,
        int recognised,
        int hidden,
        boolean marked,
        Pictures pictures) {

    /** A scan fills its page; a header, a stamp and a page number beside it have fewer letters than a page of text. */
    private static final double SCAN = 0.7;

    private static final int STAMPS = 300;
    /** More than a logo. */
    private static final double PICTURE = 0.1;
    /** Fewer letters under a picture are what a scanner takes specks for. */
    private static final int LAYER = 40;

    /** Fewer that nobody sees are where a signature goes, or a speck. */
    private static final int HIDDEN_TEXT = 40;

    /** A page of which nothing can be told. */
    static PageContent none(int number) {
        return new PageContent(number, 0, 0, List.of(), "", 0, 0, 0, true, new Pictures());
    }

    boolean textless() {
        return glyphs.stream().allMatch(Glyph::blank) && slanted.isBlank();
    }

    /** Whether its text is a scanner's recognition. */
    boolean layered() {
        return recognised >= LAYER && recognised * 2 > glyphs.size();
    }

    /** Whether it is a scan with hardly more drawn on it than a stamp, a header, a page number. */
    boolean stampedScan(SharedPictures shared) {
        return pictures.covered(picture -> !shared.has(picture)) >= SCAN
                && !layered()
                && slanted.length()
                                + glyphs.stream()
                                        .filter(glyph -> !glyph.blank())
                                        .count()
                        < STAMPS;
    }

    /** Whether text is on it that nobody sees: in the colour of what is behind it, for instance. */
    boolean hidesText() {
        return hidden >= HIDDEN_TEXT;
    }

    /** Whether a picture is on it that may be its content. */
    boolean hasPicture() {
        return pictures.covered() >= PICTURE;
    }
}
