package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was filled into a form, or written onto a page, is on that page. */
@Timeout(60)
class AnnotationTests {

    @TempDir
    private Path folder;

    @Test
    void readsTheValuesOfAFormOnTheirPage() throws IOException {
        ReadDocument read = form(field -> {}, false);
        assertThat(read.failure()).isNull();
        assertThat(read.page(1)).doesNotContain("Grenoble");
        assertThat(read.page(2)).contains("Commune de Grenoble");
    }

    @Test
    void readsAValueThatTheFileLeavesToItsViewerToDraw() throws IOException {
        assertThat(form(AnnotationTests::undraw, true).page(2)).contains("Commune de Grenoble");
        assertThat(form(AnnotationTests::undraw, false).page(2)).contains("Commune de Grenoble");
    }

    @Test
    void leavesOutAFieldThatNobodySees() throws IOException {
        ReadDocument read = form(field -> field.getWidgets().get(0).setHidden(true), false);
        assertThat(read.text()).isEmpty();
        assertThat(read.failure()).isEqualTo(ReadingFailure.EMPTY_FILE);
    }

    @Test
    void readsTextThatWasWrittenOntoAPage() throws IOException {
        ReadDocument read = note(true);
        assertThat(read.page(1)).contains("Avis favorable");
        assertThat(read.failure()).isNull();
    }

    @Test
    void namesAPageWithATextThatNothingDraws() throws IOException {
        ReadDocument read = note(false);
        assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(ReadPage.Origin.UNREADABLE);
        assertThat(read.failure()).isEqualTo(ReadingFailure.NO_TEXT);
    }

    private interface Change {
        void on(PDTextField field) throws IOException;
    }

    private static void undraw(PDTextField field) {
        field.getWidgets().get(0).getCOSObject().removeItem(COSName.AP);
    }

    /** Two pages, a field with a value on the second. */
    private ReadDocument form(Change change, boolean needed) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources fonts = new PDResources();
            fonts.put(COSName.HELV, PdfForTests.PLAIN);
            form.setDefaultResources(fonts);
            form.setDefaultAppearance("/Helv 11 Tf 0 g");
            PDTextField field = new PDTextField(form);
            field.setPartialName("commune");
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(50, 600, 300, 20));
            widget.setPage(page);
            widget.setPrinted(true);
            page.getAnnotations().add(widget);
            field.setValue("Commune de Grenoble");
            form.setNeedAppearances(needed);
            change.on(field);
            return read(document);
        }
    }

    private ReadDocument note(boolean drawn) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAnnotationFreeText note = new PDAnnotationFreeText();
            note.setRectangle(new PDRectangle(50, 600, 300, 40));
            note.setDefaultAppearance("/Helv 11 Tf 0 g");
            note.setContents("Avis favorable");
            page.getAnnotations().add(note);
            if (drawn) {
                note.constructAppearances(document);
            }
            return read(document);
        }
    }

    private ReadDocument read(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return ReadDocument.of(folder, "a.pdf", out.toByteArray());
    }
}
