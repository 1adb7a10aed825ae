package fr.isere.iris.questions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.chat.Sources.Question;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.questions.Library.Piece;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class SelectionTests {

    private static final int PAGES = 60;
    private static final String FILLING =
            "Le service instruit chaque dossier dans l’ordre de son arrivée et informe le demandeur. ";

    private final Library library = new Library(List.of(document(1), document(2)));

    @Test
    void aShortDocumentIsReadWhole() {
        List<Piece> pieces = selection(1_000_000).of(question("Quel est le montant des digues ?"));

        assertThat(pieces).hasSize(2 * PAGES);
    }

    @Test
    void ofALongOneThePagesAreReadThatSpeakOfTheQuestion() {
        List<Piece> pieces = selection(1500).of(question("Quel est le montant prévu pour les digues ?"));

        assertThat(pieces).extracting(Piece::page).contains(37);
        assertThat(pieces).anyMatch(piece -> piece.words().contains("14,2 M€"));
        assertThat(pieces).hasSizeLessThan(PAGES);
    }

    @Test
    void whatIsChosenFitsTheRoom() {
        for (int room : new int[] {0, 40, 300, 1500}) {
            int cost = selection(room).of(question("Dans quel ordre le service instruit-il les dossiers ?")).stream()
                    .mapToInt(piece -> tokens(piece.words()) + 16)
                    .sum();
            assertThat(cost).isLessThanOrEqualTo(room);
        }
    }

    @Test
    void ofALongDocumentThatIsOpenOnlyWhatMayFitIsCounted() {
        OpenLibrary open = new OpenLibrary(library);
        AtomicInteger counted = new AtomicInteger();
        Selection selection = selection(open, 1500, text -> {
            counted.addAndGet(text.length());
            return tokens(text);
        });
        selection.of(question("Quel est le montant prévu pour les digues ?"));
        counted.set(0);

        selection.of(question("Dans quel ordre le service instruit-il les dossiers ?"));

        assertThat(counted).hasValueLessThan(8 * 1500 + 10_000);
        assertThat(open.length()).isGreaterThan(2 * (8 * 1500 + 10_000));
    }

    @Test
    void pagesThatAreNamedAreReadBeforeAnyOther() {
        List<Piece> pieces = selection(1500).of(question("Que dit la page 52 ?"));

        assertThat(pieces.get(0).page()).isEqualTo(52);
    }

    @Test
    void whatTheDocumentDoesNotSpeakOfFindsNothing() {
        assertThat(selection(1500).of(question("Combien coûte le téléphérique ?")))
                .isEmpty();
    }

    @Test
    void aQuestionAboutTheWholeReadsTheSentencesThatSayMost() {
        List<Piece> pieces = selection(1500).of(question("De quoi parle ce document ?"));

        assertThat(pieces).isNotEmpty();
        assertThat(pieces).extracting(Piece::document).contains(1, 2);
    }

    @Test
    void aQuestionThatNamesNothingGoesOnFromTheOneBefore() {
        Question question =
                new Question("Pourquoi ?", List.of("Quel est le montant prévu pour les digues ?"), List.of());

        assertThat(selection(1500).of(question)).extracting(Piece::page).contains(37);
    }

    private Selection selection(int room) {
        return selection(new OpenLibrary(library), room, SelectionTests::tokens);
    }

    private static Selection selection(OpenLibrary open, int room, ToIntFunction<String> tokens) {
        return new Selection(open, new Retrieval((document, passages, subject) -> Optional.empty(), 0), room, tokens);
    }

    private static Question question(String text) {
        return new Question(text, List.of(), List.of());
    }

    private static int tokens(String text) {
        return (text.length() + 3) / 4;
    }

    private static Library.Shelved document(int number) {
        List<ReadPage> pages = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            String about = page == 37
                    ? "Le programme consacre 14,2 M€ à la réparation des digues de l’Isère amont. "
                    : "La commission " + number + " s’est réunie à la séance numéro " + page + ". ";
            pages.add(new ReadPage(
                    page,
                    ReadPage.Origin.TEXT,
                    List.of(new Block(Block.Kind.PARAGRAPH, 0, about + FILLING.repeat(4), List.of()))));
        }
        return new Library.Shelved(
                new ReadDocument("d" + number, "c", "camille", number, "rapport.pdf", PAGES, List.of(), true), pages);
    }
}
