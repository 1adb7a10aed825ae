package fr.isere.iris.reader.pdf;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** What stands on a page without being its content: the fields of a form, text and stamps that were put onto it later. */
final class Annotations {

    private static final Set<String> WITH_TEXT = Set.of("Widget", "FreeText", "Stamp");
    private static final int DEEPEST = 32;

    private Annotations() {}

    /** Whether one is seen on the page, and may have letters: one that does not say what it is, is drawn by nobody. */
    static boolean shows(PDAnnotation annotation) {
        String kind = annotation.getSubtype();
        return kind != null && WITH_TEXT.contains(kind) && !annotation.isHidden() && !annotation.isNoView();
    }

    /** Whether one that nothing draws has a text all the same. */
    static boolean says(PDAnnotation annotation) {
        return switch (annotation.getSubtype()) {
            case "FreeText" ->
                annotation.getContents() != null && !annotation.getContents().isBlank();
            case "Widget" -> filled(annotation.getCOSObject());
            default -> false;
        };
    }

    /** A value may be that of the field whose only part or one of whose parts this is. */
    private static boolean filled(COSDictionary widget) {
        COSDictionary at = widget;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            COSBase value = at.getDictionaryObject(COSName.V);
            if (value != null) {
                return says(value);
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return false;
    }

    /** Of a list, several may be chosen. */
    private static boolean says(COSBase value) {
        if (value instanceof COSArray chosen) {
            return chosen.toList().stream().anyMatch(one -> one instanceof COSString text && says(text));
        }
        return value instanceof COSStream || (value instanceof COSString text && says(text));
    }

    private static boolean says(COSString text) {
        return !text.getString().isBlank();
    }
}
