package fr.isere.iris.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that go into a PDF: open ones, as a jar brings them. */
final class Fonts {

    static final String SANS = "IRIS Sans";
    static final String MONO = "IRIS Mono";
    static final String SYMBOLS = "IRIS Symbols";

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    /** What the last resort has a glyph for: it knows more characters than the others together. */
    private static final BitSet GLYPHS = glyphs();

    private Fonts() {}

    static InputStream sans() {
        return Resources.fromJars(DEJAVU + "Condensed.ttf");
    }

    static InputStream sansBold() {
        return Resources.fromJars(DEJAVU + "Condensed-Bold.ttf");
    }

    static InputStream sansItalic() {
        return Resources.fromJars(DEJAVU + "Condensed-Oblique.ttf");
    }

    static InputStream sansBoldItalic() {
        return Resources.fromJars(DEJAVU + "Condensed-BoldOblique.ttf");
    }

    static InputStream mono() {
        return Resources.fromJars(DEJAVU + "Mono.ttf");
    }

    static InputStream symbols() {
        return Resources.fromJars(DEJAVU + ".ttf");
    }

    /** Whether a PDF can show this character. */
    static boolean have(int character) {
        return GLYPHS.get(character);
    }

    private static BitSet glyphs() {
        BitSet glyphs = new BitSet();
        try (InputStream in = symbols();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup table = font.getUnicodeCmapLookup();
            for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
                glyphs.set(character, table.getGlyphId(character) > 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the font does not parse", e);
        }
        return glyphs;
    }
}
