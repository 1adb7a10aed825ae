package fr.isere.iris.reader.pdf;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/** What is to be known of the fonts of a document, asked once each: whether they are bold, and which codes they have a letter for. */
final class Fonts {

    /** A font without end, or one for each page: forgotten then, and asked again. */
    private static final int MOST = 500;

    private final Map<COSBase, Known> known = new HashMap<>();

    /** Bullets and boxes to tick are drawn in a font of such signs; nothing is lost with them. */
    private static final int SIGNS = 3;

    private record Known(boolean bold, BitSet asked, BitSet unknown, BitSet letters) {

        private boolean signsOnly() {
            return letters.isEmpty() && unknown.cardinality() <= SIGNS;
        }
    }

    /** Between two pages, since what a page lost is counted at its end. */
    void pageBegins() {
        if (known.size() >= MOST) {
            known.clear();
        }
    }

    boolean bold(PDFont font) {
        return of(font).bold();
    }

    /** Whether nothing says which letter a code is. */
    boolean unknown(PDFont font, int code) {
        Known about = of(font);
        int key = code & 0xFFFFFF;
        if (!about.asked().get(key)) {
            about.asked().set(key);
            ask(font, code, about, key);
        }
        return about.unknown().get(key);
    }

    /**
     * How many letters of a page nothing tells.
     *
     * @param unknown how many codes without a letter it shows, by font
     */
    int lost(Map<PDFont, Integer> unknown) {
        return unknown.entrySet().stream()
                .filter(entry -> !of(entry.getKey()).signsOnly())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static void ask(PDFont font, int code, Known about, int key) {
        try {
            String letter = font.toUnicode(code);
            about.letters().set(key, letter != null && !letter.isBlank());
            about.unknown().set(key, letter == null && !blank(font, code));
        } catch (IOException | RuntimeException noMap) {
            about.unknown().set(key);
        }
    }

    /** A code that draws nothing, a space for instance, needs no letter. */
    private static boolean blank(PDFont font, int code) throws IOException {
        return font instanceof PDVectorFont shapes
                && shapes.getPath(code).getPathIterator(null).isDone();
    }

    private Known of(PDFont font) {
        Known about = known.get(font.getCOSObject());
        if (about == null) {
            about = new Known(looksBold(font), new BitSet(), new BitSet(), new BitSet());
            known.put(font.getCOSObject(), about);
        }
        return about;
    }

    private static boolean looksBold(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || name.contains("semibold")
                || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
    }
}
