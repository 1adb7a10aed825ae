package fr.isere.iris.questions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.passages.Passage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetrievalTests {

    private final Map<Integer, List<Passage>> documents = Map.of(
            1,
            List.of(
                    passage(1, "La commission examine le budget des digues."),
                    passage(2, "Les ouvrages de protection contre les crues sont repris."),
                    passage(3, "Le personnel se réunit chaque mois.")));

    @Test
    void passagesAreFoundByTheirWordsWhereNoVectorsAreAtHand() {
        assertThat(found((document, passages, subject) -> Optional.empty())).containsExactly(1);
    }

    @Test
    void whatSaysTheSameInOtherWordsIsFoundByItsMeaning() {
        List<Integer> found = found((document, passages, subject) -> Optional.of(List.of(0.8, 0.9, 0.1)));

        assertThat(found).startsWith(1, 2);
    }

    @Test
    void whatIsFarFromTheQuestionIsNotFoundWhereVectorsAreAtHand() {
        assertThat(found(
                        "Combien coûte le téléphérique ?",
                        (document, passages, subject) -> Optional.of(List.of(0.42, 0.38, 0.1))))
                .isEmpty();
        assertThat(found(
                        "Combien coûte le téléphérique ?",
                        (document, passages, subject) -> Optional.of(List.of(0.62, 0.38, 0.1))))
                .containsExactly(1);
    }

    @Test
    void rankingsAreJoinedByRankAlone() {
        assertThat(Fusion.of(List.of(List.of("a", "b", "c"), List.of("c", "b"))))
                .containsExactly("c", "b", "a");
        assertThat(Fusion.of(List.of(List.of(), List.of("x")))).containsExactly("x");
    }

    private List<Integer> found(Retrieval.Nearness nearness) {
        return found("Quel budget pour les digues ?", nearness);
    }

    private List<Integer> found(String subject, Retrieval.Nearness nearness) {
        return new Retrieval(nearness, 0.5)
                .of(subject, Index.of(documents)).stream()
                        .map(found -> found.passage().number())
                        .toList();
    }

    private static Passage passage(int number, String text) {
        return new Passage(number, number, number, List.of(), List.of(new Passage.Piece(number, 0, text)));
    }
}
