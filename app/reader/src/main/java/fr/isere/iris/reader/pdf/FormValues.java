package fr.isere.iris.reader.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormDefaultsProcessor;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormOrphanWidgetsProcessor;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;
import org.jspecify.annotations.Nullable;

/**
 * Has PDFBox draw the values that were filled into a form without being drawn, as a viewer would; all of them if the file says that what
 * is drawn is of no account. Field by field, since PDFBox stops at the first one that it cannot draw.
 */
final class FormValues {

    private static final COSName WIDE = COSName.getPDFName("FontOfAllLetters");
    /** The name of the font, before its size. */
    private static final Pattern FONT = Pattern.compile("/\\S+(?=\\s+\\S+\\s+Tf)");

    private final PDDocument document;
    private final PDAcroForm form;
    private final boolean all;
    private @Nullable PDFont wide;

    private FormValues(PDDocument document, PDAcroForm form) {
        this.document = document;
        this.form = form;
        this.all = form.getNeedAppearances();
    }

    static void draw(PDDocument document) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(() -> complete(document));
            if (form != null) {
                FormValues values = new FormValues(document, form);
                form.getFieldTree().forEach(values::draw);
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

    private void draw(PDField field) {
        try {
            List<PDAnnotationWidget> undrawn = field.getWidgets().stream()
                    .filter(widget -> all || widget.getNormalAppearanceStream() == null)
                    .toList();
            boolean filled = !undrawn.isEmpty() && !field.getValueAsString().isBlank();
            if (filled && field instanceof PDVariableText text) {
                draw(text, undrawn);
            } else if (all) {
                form.refreshAppearances(List.of(field));
            }
        } catch (IOException | RuntimeException undrawn) {
            // so is its page
        }
    }

    /** The fonts of forms have the letters of the west alone, without the thin space of numbers: a second one has more. */
    private void draw(PDVariableText field, List<PDAnnotationWidget> undrawn) {
        List<Drawing> before = undrawn.stream().map(Drawing::of).toList();
        boolean drawn = drawn(field, undrawn) || drawnWide(field, undrawn);
        // PDFBox says nothing of what it leaves out, as the barcode of a value.
        before.stream().filter(one -> !drawn || one.isMissing()).forEach(Drawing::putBack);
    }

    private boolean drawnWide(PDVariableText field, List<PDAnnotationWidget> undrawn) {
        try {
            widen(field, undrawn);
            return drawn(field, undrawn);
        } catch (IOException | RuntimeException noFont) {
            return false;
        }
    }

    /** Onto nothing: what stands there may be another value, and would be drawn over. */
    private boolean drawn(PDVariableText field, List<PDAnnotationWidget> undrawn) {
        undrawn.forEach(widget -> widget.getCOSObject().setItem(COSName.AP, new COSDictionary()));
        try {
            form.refreshAppearances(List.of(field));
            return true;
        } catch (IOException | RuntimeException missing) {
            return false;
        }
    }

    private void widen(PDVariableText field, List<PDAnnotationWidget> undrawn) throws IOException {
        if (wide == null) {
            try (InputStream in = PDDocument.class.getResourceAsStream(FontsWithoutSystem.FONT)) {
                wide = PDType0Font.load(document, in, false);
            }
            form.getDefaultResources().put(WIDE, wide);
        }
        for (PDAnnotationWidget widget : undrawn) {
            String own = widget.getCOSObject().getString(COSName.DA);
            Matcher looks = FONT.matcher(own == null ? field.getDefaultAppearance() : own);
            widget.getCOSObject().setString(COSName.DA, looks.replaceFirst("/" + WIDE.getName()));
        }
    }

    /** What the file has drawn of a value; null for nothing, which says that the value is missing. */
    private record Drawing(COSDictionary widget, @Nullable COSBase drawn) {

        static Drawing of(PDAnnotationWidget widget) {
            return new Drawing(widget.getCOSObject(), widget.getCOSObject().getItem(COSName.AP));
        }

        boolean isMissing() {
            return new PDAnnotationWidget(widget).getNormalAppearanceStream() == null;
        }

        void putBack() {
            if (drawn == null) {
                widget.removeItem(COSName.AP);
            } else {
                widget.setItem(COSName.AP, drawn);
            }
        }
    }
}
