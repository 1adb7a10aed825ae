package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A law code of 127 pages, in the three formats that it comes in, and as a scanner gives it. */
class CorpusTests {

    @TempDir
    private Path folder;

    @Test
    void readsAllPagesOfThePdfWithTheWordsOnTheirPages() throws IOException {
        ReadDocument read = read("crpa.pdf");
        assertThat(read.failure()).isNull();
        assertThat(read.announced()).isEqualTo(127);
        assertThat(read.pages()).hasSize(127).allMatch(page -> page.origin() == ReadPage.Origin.TEXT);
        assertThat(read.page(1))
                .contains("Article L100-3")
                .contains("2° Public :\na) Toute personne physique ;\nb) Toute personne morale de droit privé");
        assertThat(read.page(62))
                .contains("La liste des informations ou catégories d'informations est révisée tous les cinq ans.");
        assertThat(read.pages().get(0).blocks())
                .startsWith(
                        Block.heading(1, "Code des relations entre le public et l'administration"),
                        Block.heading(2, "Dispositions préliminaires"));
    }

    @Test
    void readsTheTablesOfThePdfAsRowsWithTheirWrappedCells() throws IOException {
        assertThat(read("crpa.pdf").pages().get(100).blocks())
                .contains(
                        Block.row(List.of(
                                "L. 112-6 à L. 112-15",
                                "Résultant de la loi n° 2016-1321 du 7 octobre 2016 pour une République numérique")),
                        Block.row(List.of(
                                "L. 113-12 et L. 113-13",
                                "Résultant de la loi n° 2022-217 du 21 février 2022 relative à la différenciation, la"
                                        + " décentralisation, la déconcentration et portant diverses mesures de"
                                        + " simplification de l'action publique locale")));
    }

    @Test
    void readsTheSameFromWordAndLibreOffice() throws IOException {
        ReadDocument word = read("crpa.docx");
        ReadDocument libre = read("crpa.odt");
        assertThat(word.kind()).isEqualTo(DocumentKind.DOCX);
        assertThat(libre.kind()).isEqualTo(DocumentKind.ODT);
        assertThat(word.blocks()).hasSizeGreaterThan(2_000).isEqualTo(libre.blocks());
        assertThat(word.texts(Block.Kind.HEADING))
                .contains("Article L100-3", "Titre Ier : LES DEMANDES DU PUBLIC ET LEUR TRAITEMENT");
    }

    @Test
    void namesScannedPagesWhereNothingRecognisesThem() throws IOException {
        ReadDocument read = read("crpa-numerise-4p.pdf");
        assertThat(read.pages()).hasSize(4).allMatch(page -> page.origin() == ReadPage.Origin.UNREADABLE);
        assertThat(read.failure()).isEqualTo(ReadingFailure.NO_TEXT);
    }

    @Test
    void recognisesScannedPagesWhereTesseractIs() throws IOException {
        Path tesseract = Path.of("/usr/bin/tesseract");
        org.assertj.core.api.Assumptions.assumeThat(Files.isExecutable(tesseract))
                .isTrue();
        ReadDocument read = ReadDocument.of(copy("crpa-numerise-4p.pdf"), new Extraction(tesseract), 10);
        assertThat(read.pages()).hasSize(4).allMatch(page -> page.origin() == ReadPage.Origin.RECOGNISED);
        assertThat(read.page(1)).contains("Article R113-8").contains("1° La carte nationale d'identité ;");
    }

    @Test
    void takesTheContentAndNotTheNameForTheKind() throws IOException {
        ReadDocument read = ReadDocument.of(Files.copy(Corpus.file("crpa.odt"), folder.resolve("lettre.pdf")));
        assertThat(read.kind()).isEqualTo(DocumentKind.ODT);
        assertThat(read.failure()).isNull();
    }

    @Test
    void refusesAFileThatBrokeOff() throws IOException {
        for (String name : new String[] {"crpa.pdf", "crpa.docx", "crpa.odt"}) {
            byte[] whole = Files.readAllBytes(Corpus.file(name));
            byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
            assertThat(ReadDocument.of(folder, name, half).failure()).as(name).isEqualTo(ReadingFailure.DAMAGED);
        }
    }

    private ReadDocument read(String name) throws IOException {
        return ReadDocument.of(copy(name));
    }

    private Path copy(String name) throws IOException {
        return Files.copy(Corpus.file(name), folder.resolve(name));
    }
}
