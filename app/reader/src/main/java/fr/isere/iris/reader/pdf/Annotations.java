package fr.isere.iris.reader.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormDefaultsProcessor;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormOrphanWidgetsProcessor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

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

    /**
     * Has PDFBox draw the values that were filled in without being drawn, as a viewer would; all of them if the file says that what is
     * drawn is of no account. Field by field, since PDFBox stops at the first one that it cannot draw.
     */
    static void draw(PDDocument document) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(() -> complete(document));
            if (form != null) {
                form.getFieldTree().forEach(field -> draw(form, field));
            }
        } catch (RuntimeException malformed) {
            // the pages with a value that is not drawn are named
        }
    }

    /** Fonts that a form does not name, and fields that it does not list. */
    private static void complete(PDDocument document) {
        new AcroFormDefaultsProcessor(document).process();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.getNeedAppearances() && form.getFields().isEmpty()) {
            new AcroFormOrphanWidgetsProcessor(document).process();
        }
    }

    private static void draw(PDAcroForm form, PDField field) {
        try {
            boolean all = form.getNeedAppearances();
            List<PDAnnotationWidget> undrawn = field.getWidgets().stream()
                    .filter(widget -> all || widget.getNormalAppearanceStream() == null)
                    .toList();
            boolean filled = field instanceof PDVariableText
                    && !undrawn.isEmpty()
                    && !field.getValueAsString().isBlank();
            if (filled) {
                draw(form, field, undrawn);
            } else if (all) {
                form.refreshAppearances(List.of(field));
            }
        } catch (IOException | RuntimeException undrawn) {
            // so is its page
        }
    }

    /** A letter that its font does not have leaves a drawing with nothing in it: none at all says that the value is missing. */
    private static void draw(PDAcroForm form, PDField field, List<PDAnnotationWidget> undrawn) {
        try {
            form.refreshAppearances(List.of(field));
        } catch (IOException | RuntimeException missing) {
            undrawn.forEach(widget -> widget.getCOSObject().removeItem(COSName.AP));
        }
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
