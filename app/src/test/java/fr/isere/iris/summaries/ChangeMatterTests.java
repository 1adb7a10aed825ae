package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model is given of two versions whose articles run over many pages. */
class ChangeMatterTests {

    private static final int PAGES = 40;

    private final ChangeMatter matter =
            ChangeMatter.of(version(1, "deux mois"), version(2, "trois mois"), text -> text.length() / 4);

    @Test
    void eachPageIsAnnouncedWithItsOwnWords() {
        String body = matter.whole().body();

        assertThat(page(body, "[doc. 1, p. 30]")).startsWith("Avant : ").contains("Alinéa 30 ", "deux mois");
        assertThat(page(body, "[doc. 2, p. 30]")).startsWith("Après : ").contains("Alinéa 30 ", "trois mois");
        assertThat(page(body, "[doc. 1, p. 1]")).contains("Alinéa 1 ").doesNotContain("Alinéa 2 ");
    }

    @Test
    void aPartOfALongArticleMayCiteOnlyThePagesOfItsWords() {
        List<Chunk> chunks = matter.chunks(400);

        assertThat(chunks).hasSizeGreaterThan(5);
        for (Chunk chunk : chunks) {
            assertThat(chunk.pages())
                    .allSatisfy(page -> assertThat(chunk.body())
                            .contains("[doc. %d, p. %d]\n".formatted(page.document(), page.page())));
        }
        assertThat(chunks.stream().flatMap(chunk -> chunk.pages().stream()).distinct())
                .hasSize(2 * PAGES);
    }

    @Test
    void pagesThatFollowEachOtherAreARangeThatStaysAMark() {
        CopiedText text = new CopiedText(true);

        assertThat(text.mark(version(1, "x"), List.of(1, 2, 3, 4, 9, 12, 13))).isEqualTo("[doc. 1, p. 1-4, 9, 12-13]");
    }

    private static String page(String body, String mark) {
        String rest = body.substring(body.indexOf(mark) + mark.length()).strip();
        int next = rest.indexOf("\n[doc.");
        return next < 0 ? rest : rest.substring(0, next);
    }

    /** One text without a heading, of so many pages; on page 30 stands how long something takes. */
    private static Source version(int number, String time) {
        List<ReadPage> pages = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            String said = page == 30 ? "le délai est de " + time : "le conseil délibère sur le point " + page;
            pages.add(new ReadPage(
                    page,
                    ReadPage.Origin.TEXT,
                    List.of(Block.paragraph("Alinéa " + page + " par lequel " + said + " en séance publique."))));
        }
        ReadDocument document = new ReadDocument("d" + number, "c", "o", number, "version.pdf", PAGES, List.of(), true);
        return new Source(document, pages);
    }
}
