package fr.isere.iris.passages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractTests {

    private final FrenchText french = FrenchText.load();

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 40})
    void copiesSentencesOfTheCodeAndNothingElse(int sentences) {
        List<ReadPage> pages = Corpus.code();

        List<Extracted> extract = Extract.of(pages, sentences, french);

        assertThat(extract).hasSize(sentences);
        assertCopied(pages, extract);
        assertThat(extract).allSatisfy(one -> {
            assertThat(one.text()).matches("(?s)[\\p{Lu}«].*[.!?…»]").hasSizeBetween(40, 450);
            assertThat(one.path()).isNotEmpty();
        });
        assertThat(extract.stream().map(Extracted::text)).doesNotHaveDuplicates();
    }

    @Test
    void goesOverTheWholeDocument() {
        List<Extracted> extract = Extract.of(Corpus.code(), 20, french);

        assertThat(extract.stream().map(one -> one.path().get(0)).distinct()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void leavesOutWhatDoesNotStandAlone() {
        List<ReadPage> pages = List.of(Texts.page(
                1,
                Block.heading(1, "Le budget primitif de la collectivité pour l'année 2026."),
                Block.paragraph(
                        "Toutefois, il peut être modifié par le conseil départemental en cours d'année."
                                + " Le conseil départemental vote le budget primitif avant le 15 avril de l'année."
                                + " Oui. Le président du conseil départemental exécute le budget primitif voté par l'assemblée."),
                new Block(
                        Block.Kind.FOOTNOTE,
                        0,
                        "Le budget primitif est voté par le conseil départemental, dit la note.",
                        List.of()),
                Block.row(List.of("Le conseil départemental vote le budget.", "12"))));

        assertThat(Extract.of(pages, 2, french).stream().map(Extracted::text))
                .containsExactly(
                        "Le conseil départemental vote le budget primitif avant le 15 avril de l'année.",
                        "Le président du conseil départemental exécute le budget primitif voté par l'assemblée.");
    }

    @Test
    void saysNothingTwice() {
        String same = "Le département verse la subvention à l'association sportive du canton. ";
        List<ReadPage> pages = List.of(
                Texts.page(1, Block.paragraph(same.repeat(5))),
                Texts.page(
                        2,
                        Block.paragraph(
                                same + "Les routes sont déneigées par les agents de la collectivité en hiver.")));

        assertThat(Extract.of(pages, 2, french)).hasSize(2);
    }

    @Test
    void makesDoWithAListOfPoints() {
        List<ReadPage> pages = List.of(Texts.page(
                1,
                new Block(Block.Kind.LIST_ITEM, 0, "vote du budget primitif de la collectivité", List.of()),
                new Block(Block.Kind.LIST_ITEM, 0, "subvention aux associations sportives du canton", List.of())));

        assertCopied(pages, Extract.of(pages, 5, french));
        assertThat(Extract.of(pages, 5, french)).hasSize(2);
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(Extract.of(List.of(), 5, french)).isEmpty();
        assertThat(Extract.of(List.of(Texts.page(1), Texts.page(2, Block.row(List.of("a", "b")))), 5, french))
                .isEmpty();
        assertThat(Extract.of(Texts.code(2, 1), 0, french)).isEmpty();
        assertThat(Extract.of(List.of(Texts.page(1, Block.paragraph("mot ".repeat(100_000)))), 3, french))
                .isEmpty();
    }

    @Test
    void bearsAThousandPagesAndThousandsOfCrumbs() {
        List<ReadPage> pages = new ArrayList<>(Texts.code(1000, 5));
        List<Block> crumbs = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            crumbs.add(Block.paragraph("Le mot " + i));
        }
        pages.add(new ReadPage(1001, ReadPage.Origin.TEXT, crumbs));

        Assertions.assertTimeout(Duration.ofSeconds(60), () -> assertCopied(pages, Extract.of(pages, 30, french)));
    }

    private static void assertCopied(List<ReadPage> pages, List<Extracted> extract) {
        assertThat(extract)
                .isSortedAccordingTo(Comparator.comparingInt(Extracted::page)
                        .thenComparingInt(Extracted::block)
                        .thenComparingInt(Extracted::from));
        assertThat(extract)
                .allSatisfy(one -> assertThat(pages.get(one.page() - 1)
                                .blocks()
                                .get(one.block())
                                .text()
                                .substring(one.from(), one.to()))
                        .isEqualTo(one.text()));
    }
}
