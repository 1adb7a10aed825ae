package fr.isere.iris.reader.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

/** What stands on a page without being its content: the fields of a form, text and stamps that were put onto it later. */
final class Annotations {

    private static final Set<String> WITH_TEXT = Set.of("Widget", "FreeText", "Stamp");
    private static final int DEEPEST = 32;

    private Annotations() {}

    /** Whether one is seen on the page, and may have letters. */
    static boolean shows(PDAnnotation annotation) {
        return WITH_TEXT.contains(annotation.getSubtype()) && !annotation.isHidden() && !annotation.isNoView();
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

    /** Has PDFBox draw the values that were filled in without being drawn, as a viewer would. */
    static void draw(PDDocument document) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            if (form != null) {
                form.getFieldTree().forEach(field -> draw(form, field));
            }
        } catch (RuntimeException malformed) {
            // the pages with a value that is not drawn are named
        }
    }

    private static void draw(PDAcroForm form, PDField field) {
        try {
            if (field instanceof PDVariableText
                    && !drawn(field)
                    && !field.getValueAsString().isBlank()) {
                form.refreshAppearances(List.of(field));
            }
        } catch (IOException | RuntimeException undrawn) {
            // so is its page
        }
    }

    private static boolean drawn(PDField field) {
        return field.getWidgets().stream().allMatch(widget -> widget.getNormalAppearanceStream() != null);
    }

    /** A value may be that of the field whose only part or one of whose parts this is. */
    private static boolean filled(COSDictionary widget) {
        COSDictionary at = widget;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            COSBase value = at.getDictionaryObject(COSName.V);
            if (value != null) {
                return (value instanceof COSString text && !text.getString().isBlank()) || value instanceof COSStream;
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return false;
    }
}
