package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.chat.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every document carries, whatever its format. */
class PapersTests {

    @Test
    void aDocumentBeginsWithItsTitleItsMentionAndTheReminder() {
        Paper paper = Samples.paper();

        assertThat(paper.mention())
                .isEqualTo(
                        "Document rédigé avec l’aide d’IRIS (modèle Mistral Small 3.2, 1er mars 2026), relu et validé"
                                + " par Camille Martin, sauf 2 points à vérifier, énumérés à la fin.");
        assertThat(paper.blocks().get(0)).isEqualTo(new Block.Heading(1, List.of(Run.plain("Note sur l’Isère amont"))));
        assertThat(words(List.of(paper.blocks().get(1)))).isEqualTo(paper.mention() + "\n" + Samples.REMINDER);
    }

    @Test
    void whatWasLeftOpenIsListedWithWhatTheSourcesSayAndWhatWasCheckedIsNot() {
        String text = words(Samples.paper().blocks());

        assertThat(text)
                .contains("Points à vérifier")
                .contains("Date «\u00a02031\u00a0»\u00a0: introuvable dans les documents.")
                .contains("Pourcentage «\u00a040 %\u00a0»\u00a0: contredit par «\u00a0Rapport PAPI.pdf\u00a0»,"
                        + " p.\u00a038, qui dit «\u00a0L’État finance 35 %\u00a0».")
                .contains(
                        "Phrases non retrouvées dans la page citée, «\u00a0Rapport PAPI.pdf\u00a0»\u00a0: p.\u00a014.")
                .contains("Points relevés par IRIS\u00a0: 4, dont 1 retrouvés dans les documents, 1 vérifiés")
                .doesNotContain("Chiffre «");
    }

    @Test
    void sourcesModelDatesAndReaderAreToldAndTheQuestionIsNot() {
        String text = words(Samples.paper().blocks());

        assertThat(text)
                .contains("«\u00a0Rapport PAPI.pdf\u00a0», pages citées\u00a0: 14, 37\u00a0; 5 pages lues sur 212.")
                .contains("Modèle\u00a0: Mistral Small 3.2.")
                .contains("Relu par\u00a0: Camille Martin.")
                .contains("Réponse du 1er mars 2026 à 14 h 05, document établi le 2 mars 2026 à 9 h 00.")
                .doesNotContain("CANARI");
    }

    @Test
    void pagesThatIrisCutAreToldFromThoseOfTheFile() {
        SourceLine word = new SourceLine(2, "Note.docx", List.of(3, 7), List.of(), 9, 9, false);

        assertThat(word.line(false))
                .isEqualTo("«\u00a0Note.docx\u00a0», pages citées\u00a0: 3, 7 (numéros donnés par IRIS\u00a0: ce format"
                        + " n’en garde pas, ceux du papier peuvent différer)\u00a0; 9 pages lues sur 9.");
    }

    @Test
    void extractsSayThatNoModelWroteThem() {
        Paper paper = Samples.paper(Samples.TEXT, Composition.Method.EXTRACTIVE);

        assertThat(paper.mention())
                .contains("IRIS (phrases recopiées, sans modèle, 1er mars 2026), relu et validé par");
        assertThat(words(paper.blocks()))
                .contains("Phrases recopiées du document, sans génération")
                .doesNotContain("Mistral");
    }

    @Test
    void aDocumentWithNothingOpenSaysSoInItsMention() {
        Checklist done = Checklist.done(Samples.findings(), Set.of(60, 100, 120), Set.of());
        Paper paper = new Papers(
                        Samples.answer("Texte.", Composition.Method.GENERATIVE, Samples.findings(), Set.of()),
                        Reviewer.of("C. M."),
                        done,
                        new Sources(),
                        Samples.paper().madeAt())
                .paper(Samples.REMINDER);

        assertThat(paper.mention()).endsWith("relu et validé par C. M.");
        assertThat(words(paper.blocks()))
                .doesNotContain("Points à vérifier")
                .contains("Aucun document n’a été consulté");
    }

    static String words(List<Block> blocks) {
        List<String> words = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                words.add(said(heading.runs()));
            } else if (block instanceof Block.Paragraph paragraph) {
                words.add(said(paragraph.runs()));
            } else if (block instanceof Block.Notice notice) {
                words.add(said(notice.runs()));
            } else if (block instanceof Block.Listing list) {
                list.items().forEach(item -> words.add(words(item)));
            }
        }
        return String.join("\n", words);
    }

    private static String said(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
