package fr.isere.iris.passages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    private static final ReadPage FIRST = Texts.page(
            1,
            Block.heading(1, "Titre Ier"),
            Block.heading(2, "Article L. 1"),
            Block.paragraph("Le délai est de deux mois."),
            Block.heading(2, "Article 2"),
            Block.paragraph("La redevance est fixée à 1 200 euros par la commission permanente du conseil."));

    @Test
    void showsTheWordsThatChanged() {
        List<Change> changes = Comparison.of(
                List.of(FIRST),
                List.of(
                        Texts.page(
                                1,
                                Block.heading(3, "Titre Ier"),
                                Block.heading(4, "ARTICLE L1"),
                                Block.paragraph("Le délai est")),
                        Texts.page(2, Block.paragraph("de trois mois.")),
                        Texts.page(
                                3,
                                Block.heading(4, "Article 2"),
                                Block.paragraph(
                                        "La redevance est fixée à 1 200 euros par la commission permanente du conseil."))));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
            assertThat(change.path()).containsExactly("Titre Ier", "ARTICLE L1");
            assertThat(change.pagesBefore()).containsExactly(1);
            assertThat(change.pagesAfter()).containsExactly(1, 2);
            assertThat(words(change, Change.Edit.REMOVED)).contains("deux").doesNotContain("délai");
            assertThat(words(change, Change.Edit.ADDED)).contains("trois").doesNotContain("mois");
            assertThat(words(change, Change.Edit.KEPT)).contains("Le délai est", "mois.");
        });
    }

    @Test
    void tellsWhatWasAddedAndRemoved() {
        List<Change> changes = Comparison.of(
                List.of(FIRST),
                List.of(Texts.page(
                        1,
                        Block.heading(1, "Titre Ier"),
                        Block.heading(2, "Article L. 1"),
                        Block.paragraph("Le délai est de deux mois."),
                        Block.heading(2, "Article 3"),
                        Block.paragraph("Le festival d'été se tient à Grenoble."))));

        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.REMOVED, Change.Kind.ADDED);
        assertThat(changes.get(0).path()).containsExactly("Titre Ier", "Article 2");
        assertThat(changes.get(0).pagesAfter()).isEmpty();
        assertThat(words(changes.get(0), Change.Edit.KEPT)).isEmpty();
        assertThat(changes.get(1).path()).containsExactly("Titre Ier", "Article 3");
        assertThat(changes.get(1).pagesBefore()).isEmpty();
    }

    @Test
    void knowsAnArticleThatHasAnotherNumber() {
        List<Change> changes = Comparison.of(
                List.of(FIRST),
                List.of(Texts.page(
                        7,
                        Block.heading(1, "Titre Ier"),
                        Block.heading(2, "Article L. 1"),
                        Block.paragraph("Le délai est de deux mois."),
                        Block.heading(2, "Article 5"),
                        Block.paragraph(
                                "La redevance est fixée à 1 300 euros par la commission permanente du conseil."))));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
            assertThat(change.path()).containsExactly("Titre Ier", "Article 5");
            assertThat(words(change, Change.Edit.REMOVED)).contains("2", "200");
            assertThat(words(change, Change.Edit.ADDED)).contains("5", "300");
        });
    }

    @Test
    void ofTheSameTextIsNothing() {
        assertThat(Comparison.of(List.of(), List.of())).isEmpty();
        assertThat(Comparison.of(List.of(FIRST), List.of(FIRST))).isEmpty();
        List<ReadPage> code = Corpus.code();
        assertThat(Comparison.of(code, code)).isEmpty();
    }

    @Test
    void givesBackBothVersionsFromItsWords() {
        List<ReadPage> before = Texts.code(6, 1);
        List<ReadPage> after = Texts.code(6, 2);

        List<Change> changes = Comparison.of(before, after);

        assertThat(changes).hasSize(30).allSatisfy(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
            String text = plain(after);
            assertThat(text).contains(squeezed(words(change, Change.Edit.KEPT, Change.Edit.ADDED)));
            assertThat(plain(before)).contains(squeezed(words(change, Change.Edit.KEPT, Change.Edit.REMOVED)));
        });
    }

    @Test
    void bearsLongTextsThatShareNothing() {
        List<Block> one = new ArrayList<>();
        List<Block> other = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            one.add(Block.paragraph("a" + i + " b" + i));
            other.add(Block.paragraph("c" + i + " d" + i));
        }

        assertThat(Comparison.of(
                        List.of(new ReadPage(1, ReadPage.Origin.TEXT, one)),
                        List.of(new ReadPage(1, ReadPage.Origin.TEXT, other))))
                .singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED));
    }

    private static String words(Change change, Change.Edit... edits) {
        return change.words().stream()
                .filter(words -> List.of(edits).contains(words.edit()))
                .map(Change.Words::text)
                .collect(Collectors.joining());
    }

    private static String plain(List<ReadPage> pages) {
        return squeezed(pages.stream()
                .flatMap(page -> page.blocks().stream())
                .map(Block::text)
                .collect(Collectors.joining(" ")));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
