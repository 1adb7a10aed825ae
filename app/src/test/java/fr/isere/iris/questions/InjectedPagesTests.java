package fr.isere.iris.questions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.chat.Sources.Question;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.passages.Quoted;
import fr.isere.iris.passages.Texts;
import fr.isere.iris.questions.Library.Piece;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.summaries.Injections;
import fr.isere.iris.summaries.Injections.Injection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a question is answered from is data, whatever stands in it: a short document that is given whole, and passages of a long one. */
class InjectedPagesTests {

    private static final Injections INJECTIONS = Injections.read();
    private static final int WHOLE = 1_000_000;
    private static final int PASSAGES = 800;

    static Stream<Injection> injections() {
        return INJECTIONS.injections().stream();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void aPageThatIsGivenWholeIsData(Injection injection) {
        assertData(material(injection, 1, WHOLE), injection);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void aPassageIsData(Injection injection) {
        assertData(material(injection, 40, PASSAGES), injection);
    }

    private static void assertData(String material, Injection injection) {
        assertThat(material).startsWith("<documents>").endsWith("</documents>");
        String inside = material.substring("<documents>".length(), material.length() - "</documents>".length());
        assertThat(inside).doesNotContain("<", ">", "\u200B", "\u202E", "\u00AD", "[INST]");
        assertThat(inside.lines().filter(line -> line.matches("\\[(doc\\. \\d+, )?p\\. \\d+].*")))
                .allMatch(line -> line.matches("\\[p\\. \\d+]"))
                .doesNotHaveDuplicates();
        String first = injection
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow();
        assertThat(inside).contains(Quoted.harmless(first).strip());
    }

    /** What is asked is what the carrier of all injections is about. */
    private static String material(Injection injection, int others, int room) {
        Library library = new Library(List.of(new Library.Shelved(
                new ReadDocument("d", "c", "o", 1, "texte.pdf", others + 1, List.of(), true),
                Stream.concat(
                                Stream.of(page(injection)),
                                Texts.code(others + 1, 7).stream().skip(1))
                        .toList())));
        List<Piece> pieces = new Selection(
                        new OpenLibrary(library),
                        new Retrieval((document, passages, subject) -> Optional.empty(), 0),
                        room,
                        Texts.TOKENS)
                .of(new Question("Que coûte la voie verte ?", List.of(), List.of()));
        return new DocumentGround(library, pieces, "").material();
    }

    private static ReadPage page(Injection injection) {
        return new ReadPage(
                1,
                ReadPage.Origin.TEXT,
                INJECTIONS.pageWith(injection).lines().map(Block::paragraph).toList());
    }
}
