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

    private record Known(boolean bold, BitSet asked, BitSet unknown) {}

    boolean bold(PDFont font) {
        return of(font).bold();
    }

    /** Whether nothing says which letter a code is. */
    boolean unknown(PDFont font, int code) {
        Known about = of(font);
        int key = code & 0xFFFFFF;
        if (!about.asked().get(key)) {
            about.asked().set(key);
            about.unknown().set(key, letterless(font, code));
        }
        return about.unknown().get(key);
    }

    private static boolean letterless(PDFont font, int code) {
        try {
            return font.toUnicode(code) == null && !blank(font, code);
        } catch (IOException | RuntimeException noMap) {
            return true;
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
            if (known.size() >= MOST) {
                known.clear();
            }
            about = new Known(looksBold(font), new BitSet(), new BitSet());
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
