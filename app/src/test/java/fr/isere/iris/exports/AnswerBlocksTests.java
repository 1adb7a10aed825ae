package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.isere.iris.exports.Run.Look;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBlocksTests {

    @Test
    void titlesStandUnderThatOfTheDocumentAndNoLevelIsSkipped() {
        List<Block> blocks = AnswerBlocks.of("### Objet\n\n##### Détail\n\n#### Suite\n\n# Partie\n\n###### Bas");

        assertThat(blocks).extracting(block -> ((Block.Heading) block).level()).containsExactly(2, 3, 3, 2, 3);
    }

    @Test
    void listsKeepTheirOrderTheirNumbersAndWhatTheyHold() {
        List<Block> blocks = AnswerBlocks.of("3. trois\n4. quatre\n   - dedans\n     > cité\n\n* puce");

        Block.Listing ordered = (Block.Listing) blocks.get(0);
        assertThat(ordered.ordered()).isTrue();
        assertThat(ordered.start()).isEqualTo(3);
        assertThat(ordered.items()).hasSize(2);
        Block.Listing inside = (Block.Listing) ordered.items().get(1).get(1);
        assertThat(inside.ordered()).isFalse();
        assertThat(inside.items().get(0).get(1)).isInstanceOf(Block.Quote.class);
        assertThat(((Block.Listing) blocks.get(1)).ordered()).isFalse();
    }

    @Test
    void raggedRowsOfATableAreAsWideAsItsHeader() {
        Block.Table table = (Block.Table)
                AnswerBlocks.of("| Poste | Montant |\n| --- | ---: |\n| Digues |\n| Études | 2 M€ | de trop |")
                        .get(0);

        assertThat(table.header()).extracting(AnswerBlocksTests::words).containsExactly("Poste", "Montant");
        assertThat(table.sides()).containsExactly(Block.Side.LEFT, Block.Side.RIGHT);
        assertThat(table.rows()).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(2));
        assertThat(words(table.rows().get(1).get(1))).isEqualTo("2 M€");
    }

    @Test
    void aTableInAListStandsBetweenTheListBeforeItAndTheListAfterIt() {
        List<Block> blocks =
                AnswerBlocks.of("1. un\n2. deux\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n\n   après\n3. trois");

        assertThat(blocks)
                .extracting(block -> block.getClass().getSimpleName())
                .containsExactly("Listing", "Table", "Paragraph", "Listing");
        assertThat(((Block.Listing) blocks.get(3)).start()).isEqualTo(3);
    }

    @Test
    void looksAreKept() {
        Block.Paragraph paragraph =
                (Block.Paragraph) AnswerBlocks.of("Un **gras *et italique*** puis ~~barré~~ et `code`  \nsuite")
                        .get(0);

        assertThat(paragraph.runs())
                .contains(
                        new Run("gras ", Set.of(Look.BOLD)),
                        new Run("et italique", Set.of(Look.BOLD, Look.ITALIC)),
                        new Run("barré", Set.of(Look.STRUCK)),
                        new Run("code", Set.of(Look.CODE)),
                        new Run("\n", Set.of()));
    }

    @Test
    void htmlIsTextAndALinkSaysWhereItLeads() {
        List<Block> blocks = AnswerBlocks.of("<script>alert(1)</script>\n\n"
                + "Voir <b>ici</b> [le site](https://isere.fr) et ![vue](https://x.fr/a.png)");

        assertThat(words(((Block.Paragraph) blocks.get(0)).runs())).isEqualTo("<script>alert(1)</script>");
        assertThat(words(((Block.Paragraph) blocks.get(1)).runs()))
                .isEqualTo("Voir <b>ici</b> le site (https://isere.fr) et vue (https://x.fr/a.png)");
    }

    @Test
    void whatCannotBeWrittenOrReordersTheTextIsShownByItsNumber() {
        Block.Paragraph paragraph = (Block.Paragraph)
                AnswerBlocks.of("a\u0007b \u202Ec \uFFFF \uD83D\uDE00").get(0);

        assertThat(words(paragraph.runs())).isEqualTo("a⟦U+0007⟧b ⟦U+202E⟧c ⟦U+FFFF⟧ \uD83D\uDE00");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"> ", "- ", "*a _b ", "[", "**", "`", "| a ", "<b>", "1. ", "![](", "~~a *", "# "})
    void whateverIsRepeatedEndsSoon(String pattern) {
        String answer = pattern.repeat(100_000 / pattern.length());

        assertThatCode(() -> AnswerBlocks.of(answer)).doesNotThrowAnyException();
    }

    private static String words(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
