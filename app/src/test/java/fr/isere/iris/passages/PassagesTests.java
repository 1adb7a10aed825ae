package fr.isere.iris.passages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 300, 2000, 1_000_000})
    void holdEveryBlockOnceWithinTheirSize(int maxTokens) {
        List<ReadPage> pages = new ArrayList<>(Texts.code(12, 3));
        pages.add(new ReadPage(13, ReadPage.Origin.EMPTY, List.of()));
        pages.add(Texts.page(
                14, Block.paragraph("  "), Block.paragraph("mot".repeat(400)), Block.row(List.of("a", "b"))));
        pages.add(Texts.page(
                15,
                Block.paragraph("هذا نص من اليمين إلى اليسار. ".repeat(30)),
                Block.paragraph("👩🏽‍🚒".repeat(40))));

        List<Passage> passages = Passages.of(pages, maxTokens, Texts.TOKENS);

        holdAll(pages, passages);
        assertThat(passages).allSatisfy(passage -> {
            if (maxTokens > 10) {
                assertThat(Texts.TOKENS.applyAsInt(passage.text())).isLessThanOrEqualTo(maxTokens);
            }
        });
    }

    /** Whatever the reader makes of the real text. */
    @Test
    void holdEveryBlockOfTheCode() {
        List<ReadPage> pages = Corpus.code();

        List<Passage> passages = Passages.of(pages, 400, Texts.TOKENS);

        holdAll(pages, passages);
        assertThat(passages).hasSizeGreaterThan(pages.size() / 2);
        assertThat(passages).filteredOn(passage -> passage.path().isEmpty()).hasSizeLessThan(10);
    }

    @Test
    void beginAtAHeadingAndCarryItOverThePages() {
        List<Passage> passages = Passages.of(
                List.of(
                        Texts.page(
                                1,
                                Block.heading(1, "Livre III : L'ACCÈS AUX DOCUMENTS"),
                                Block.heading(2, "Titre II"),
                                Block.heading(4, "Article L311-1"),
                                Block.paragraph("Les administrations publient leurs documents. ".repeat(4))),
                        Texts.page(
                                2,
                                Block.paragraph("Elles les communiquent. ".repeat(8)),
                                Block.heading(4, "Article L311-2"),
                                Block.paragraph("Le droit. ".repeat(20)))),
                120,
                Texts.TOKENS);

        assertThat(passages).hasSize(2);
        assertThat(passages.get(0).path())
                .containsExactly("Livre III : L'ACCÈS AUX DOCUMENTS", "Titre II", "Article L311-1");
        assertThat(passages.get(0).firstPage()).isEqualTo(1);
        assertThat(passages.get(0).lastPage()).isEqualTo(2);
        assertThat(passages.get(1).path())
                .containsExactly("Livre III : L'ACCÈS AUX DOCUMENTS", "Titre II", "Article L311-2");
        assertThat(passages.get(1).text()).startsWith("Article L311-2\n");
    }

    @Test
    void knowHeadingsByTheirWordsWhateverTheirLevel() {
        assertThat(path(
                        Block.heading(1, "Dispositions préliminaires"),
                        Block.heading(1, "Article L100-1"),
                        Block.paragraph("Le présent code régit les relations.")))
                .containsExactly("Dispositions préliminaires", "Article L100-1");
        assertThat(
                        path(
                                Block.heading(2, "Section 2 : Des aides"),
                                Block.heading(2, "Article 4"),
                                Block.paragraph("Un."),
                                Block.heading(2, "Section 3"),
                                Block.heading(2, "Des routes"),
                                Block.paragraph(
                                        "Article 5. – Le département entretient ses routes, qu'il classe et déclasse par délibération.")))
                .containsExactly("Section 3 : Des routes", "Article 5");
        assertThat(path(
                        Block.paragraph("Délibération n° 2024-117"),
                        Block.paragraph("Annexe 1"),
                        Block.paragraph("Article 12 du code du patrimoine : il est applicable aux archives, dit-on.")))
                .containsExactly("Délibération n° 2024-117", "Annexe 1");
    }

    @Test
    void cutALongBlockBetweenItsSentences() {
        String sentence = "Le président transmet l'art. L. 311-1 aux 12 membres de la commission permanente.";
        List<Passage> passages = Passages.of(
                List.of(Texts.page(
                        1, Block.paragraph((sentence + " ").repeat(50).strip()))),
                50,
                Texts.TOKENS);

        assertThat(passages)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        passage -> assertThat(passage.text()).endsWith(sentence).startsWith(sentence));
    }

    @Test
    void ofNothingAreNone() {
        assertThat(Passages.of(List.of(), 100, Texts.TOKENS)).isEmpty();
        assertThat(Passages.of(List.of(Texts.page(1), Texts.page(2, Block.paragraph(" \n"))), 100, Texts.TOKENS))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Passages.of(List.of(), 0, Texts.TOKENS));
    }

    @Test
    void ofThousandsOfCrumbsAreFew() {
        List<Block> crumbs = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            crumbs.add(Block.paragraph("x" + i));
        }
        assertThat(Passages.of(List.of(new ReadPage(1, ReadPage.Origin.TEXT, crumbs)), 1000, Texts.TOKENS))
                .hasSizeBetween(30, 60);
    }

    private static List<String> path(Block... blocks) {
        List<Outline.Placed> placed = Outline.of(List.of(Texts.page(1, blocks)));
        return placed.get(placed.size() - 1).path();
    }

    private static void holdAll(List<ReadPage> pages, List<Passage> passages) {
        Map<String, StringBuilder> held = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Passage passage : passages) {
            assertThat(passage.firstPage()).isEqualTo(passage.pieces().get(0).page());
            assertThat(passage.number()).isEqualTo(passages.indexOf(passage) + 1);
            for (Passage.Piece piece : passage.pieces()) {
                String place = "%06d/%06d".formatted(piece.page(), piece.block());
                held.computeIfAbsent(place, at -> new StringBuilder()).append(piece.text());
                order.add(place);
            }
        }
        assertThat(order).isSorted();
        for (ReadPage page : pages) {
            for (int i = 0; i < page.blocks().size(); i++) {
                String text = page.blocks().get(i).text();
                StringBuilder there = held.remove("%06d/%06d".formatted(page.number(), i));
                assertThat(there == null ? "" : there.toString().replaceAll("\\s", ""))
                        .isEqualTo(text.replaceAll("\\s", ""));
            }
        }
        assertThat(held).isEmpty();
    }
}
