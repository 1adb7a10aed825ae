package fr.isere.iris.reader.pdf;

import java.util.List;

/**
 * What a page shows.
 *
 * @param glyphs in the order in which the file draws them
 * @param slanted text that is written across the page, a stamp for instance, already put together
 * @param unknown how many characters its fonts have no letter for
 * @param marked whether it shows anything but text
 */
record PageContent(
        int number, float width, float height, List<Glyph> glyphs, String slanted, int unknown, boolean marked) {

    boolean textless() {
        return glyphs.stream().allMatch(Glyph::blank) && slanted.isBlank();
    }
}
