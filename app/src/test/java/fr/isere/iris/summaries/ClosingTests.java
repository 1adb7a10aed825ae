package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.documents.ReadDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTests {

    @Test
    void whatWasReadWholeHasNoClosing() {
        assertThat(Closing.of(List.of(source(1)), List.of())).isEmpty();
    }

    @Test
    void pagesThatCouldNotBeReadAreNamedLast() {
        assertThat(Closing.of(List.of(source(1, 14, 15, 201)), List.of(new PageRef(1, 3))))
                .isEqualTo("\n\nNotes du modèle incomplètes, à relire dans le document\u00a0: 3."
                        + "\n\nPages illisibles, non lues\u00a0: 14, 15, 201.");
    }

    @Test
    void manyThatFollowEachOtherAreARange() {
        assertThat(Closing.of(List.of(source(1, 2, 4, 5, 6, 7, 9)), List.of()))
                .endsWith("Pages illisibles, non lues\u00a0: 2, 4 à 7, 9.");
    }

    @Test
    void ofSeveralDocumentsItIsSaidWhich() {
        assertThat(Closing.of(List.of(source(1), source(2, 5)), List.of()))
                .isEqualTo("\n\nPage illisible, non lue (document 2)\u00a0: 5.");
    }

    private static Source source(int number, Integer... unreadable) {
        return new Source(
                new ReadDocument("d" + number, "c", "o", number, "texte.pdf", 300, List.of(unreadable), true),
                List.of());
    }
}
