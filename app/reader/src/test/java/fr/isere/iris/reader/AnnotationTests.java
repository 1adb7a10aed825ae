package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnknown;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was filled into a form, or written onto a page, is on that page. */
@Timeout(60)
class AnnotationTests {

    @TempDir
    private Path folder;

    @Test
    void readsTheValuesOfAFormOnTheirPage() throws IOException {
        ReadDocument read = form((field, first) -> {}, false);
        assertThat(read.failure()).isNull();
        assertThat(read.page(1)).doesNotContain("Grenoble");
        assertThat(read.page(2)).contains("Commune de Grenoble");
    }

    @Test
    void readsAValueThatTheFileLeavesToItsViewerToDraw() throws IOException {
        assertThat(form(AnnotationTests::undraw, true).page(2)).contains("Commune de Grenoble");
        assertThat(form(AnnotationTests::undraw, false).page(2)).contains("Commune de Grenoble");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12\u202f500 €", "≥ 20 %", "Wałęsa"})
    void readsAValueThatTheFontOfItsFieldCannotDraw(String value) throws IOException {
        for (boolean needed : new boolean[] {true, false}) {
            ReadDocument read = form(undrawn(value), needed);
            assertThat(read.page(2).replace('\u202f', ' ')).isEqualTo(value.replace('\u202f', ' '));
        }
    }

    @Test
    void leavesWhatIsDrawnWhereTheValueThatShouldReplaceItCannotBe() throws IOException {
        ReadDocument read = form((field, first) -> field.getCOSObject().setString(COSName.V, "漢字"), true);
        assertThat(read.page(2)).isEqualTo("Commune de Grenoble");
    }

    /** Without the marks between which PDFBox would replace it. */
    @Test
    void readsAValueOnceThoughAnotherIsDrawn() throws IOException {
        ReadDocument read = form(
                (field, first) -> {
                    field.getCOSObject().setString(COSName.V, "Vizille");
                    unmark(field.getWidgets().get(0).getNormalAppearanceStream().getStream());
                },
                true);
        assertThat(read.page(2)).isEqualTo("Vizille");
    }

    @Test
    void leavesTheBarcodeOfAValueAsItIsDrawn() throws IOException {
        ReadDocument read = form(
                (field, first) -> field.getWidgets()
                        .get(0)
                        .getCOSObject()
                        .setItem(COSName.getPDFName("PMD"), new COSDictionary()),
                true);
        assertThat(read.page(2)).isEqualTo("Commune de Grenoble");
    }

    @ParameterizedTest
    @ValueSource(strings = {"au\u2011delà", "漢字"})
    void namesAPageWithAValueThatNoFontDraws(String value) throws IOException {
        for (boolean needed : new boolean[] {true, false}) {
            ReadDocument read = form(undrawn(value), needed);
            assertThat(read.pages())
                    .as("needed: " + needed)
                    .extracting(ReadPage::origin)
                    .containsExactly(ReadPage.Origin.EMPTY, ReadPage.Origin.UNREADABLE);
        }
    }

    @Test
    void readsTheFieldsAfterOneThatCannotBeDrawn() throws IOException {
        ReadDocument read = form(
                (field, first) -> {
                    undraw(field, first);
                    PDTextField undrawable = new PDTextField(field.getAcroForm());
                    undrawable.setPartialName("budget");
                    undrawable.getCOSObject().setString(COSName.V, "漢字");
                    field.getAcroForm().getFields().add(0, undrawable);
                    place(undrawable, first);
                },
                true);
        assertThat(read.pages().get(0).origin()).isEqualTo(ReadPage.Origin.UNREADABLE);
        assertThat(read.page(2)).contains("Commune de Grenoble");
    }

    @Test
    void namesAPageWithAListThatNoFontDraws() throws IOException {
        ReadDocument read = form(
                (field, first) -> {
                    COSDictionary list = field.getCOSObject();
                    undraw(field, first);
                    list.setItem(COSName.FT, COSName.CH);
                    list.setItem(COSName.V, COSArray.ofCOSStrings(List.of("漢", "字")));
                    list.setItem(COSName.OPT, COSArray.ofCOSStrings(List.of("漢", "字")));
                },
                false);
        assertThat(read.pages().get(1).origin()).isEqualTo(ReadPage.Origin.UNREADABLE);
    }

    @Test
    void leavesOutAFieldThatNobodySees() throws IOException {
        ReadDocument read = form((field, first) -> field.getWidgets().get(0).setHidden(true), false);
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

    @Test
    void readsAPageWithAnAnnotationThatSaysNotWhatItIs() throws IOException {
        ReadDocument read = form(
                (field, first) -> {
                    PDAnnotationUnknown unknown = new PDAnnotationUnknown(new COSDictionary());
                    field.getWidgets().get(0).getPage().getAnnotations().add(unknown);
                },
                false);
        assertThat(read.page(2)).contains("Commune de Grenoble");
    }

    private interface Change {
        void on(PDTextField field, PDPage first) throws IOException;
    }

    private static void undraw(PDTextField field, PDPage first) {
        field.getWidgets().get(0).getCOSObject().removeItem(COSName.AP);
    }

    private static void unmark(PDStream drawing) throws IOException {
        String content = new String(drawing.toByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(content).contains("/Tx BMC", "EMC");
        try (OutputStream out = drawing.createOutputStream()) {
            out.write(content.replace("/Tx BMC", "").replace("EMC", "").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** With another value, which nothing draws. */
    private static Change undrawn(String value) {
        return (field, first) -> {
            undraw(field, first);
            field.getCOSObject().setString(COSName.V, value);
        };
    }

    private static void place(PDTextField field, PDPage page) throws IOException {
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(50, 600, 300, 20));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
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
            place(field, page);
            field.setValue("Commune de Grenoble");
            form.setNeedAppearances(needed);
            change.on(field, document.getPage(0));
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
