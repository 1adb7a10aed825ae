package fr.isere.iris.reader.pdf;

import java.util.List;

/**
 * Tells text whose letters stand for others: fonts without a Unicode map, or with a wrong one. Such a page looks right on paper and is
 * noise to everything else.
 */
final class Garbled {

    private static final String FREQUENT = "esaitnruloéè";
    /** Of a page, so many letters or such a part may be missing: more would be missed. */
    private static final int FEW_LOST = 2;

    private static final double LOST = 0.02;
    private static final int ENOUGH_LETTERS = 120;

    private Garbled() {}

    static boolean is(PageContent page) {
        List<Glyph> glyphs = page.glyphs();
        int shown = 0;
        int odd = 0;
        int latin = 0;
        int frequent = 0;
        for (Glyph glyph : glyphs) {
            if (glyph.blank()) {
                continue;
            }
            shown++;
            int letter = glyph.text().codePointAt(0);
            odd += isOdd(letter) ? 1 : 0;
            if (Character.isLetter(letter) && letter < 0x250) {
                latin++;
                frequent += FREQUENT.indexOf(Character.toLowerCase(letter)) >= 0 ? 1 : 0;
            }
        }
        return odd > 0.2 * shown
                || page.unknown() > Math.max(FEW_LOST, LOST * Math.max(shown, page.unknown()))
                || (latin >= ENOUGH_LETTERS && frequent < 0.45 * latin)
                || (shown >= 3 * ENOUGH_LETTERS && wordless(glyphs, shown));
    }

    /** Signs without letters or digits, as a shifted code page gives them. */
    private static boolean wordless(List<Glyph> glyphs, int shown) {
        long readable = glyphs.stream()
                .filter(glyph -> glyph.text().codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
        return readable < 0.35 * shown;
    }

    private static boolean isOdd(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL
                || type == Character.UNASSIGNED
                || (type == Character.PRIVATE_USE && !(letter >= 0xF020 && letter <= 0xF0FF))
                || letter == 0xFFFD;
    }
}
