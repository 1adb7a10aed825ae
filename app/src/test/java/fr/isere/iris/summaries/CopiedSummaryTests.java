package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.EventStream.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Summaries of copied sentences: no model has a part in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiedSummaryTests {

    private static final String[] PAGES = {
        "# Titre premier\nLe conseil départemental approuve le programme de prévention des inondations.\n"
                + "Le montant total du programme s'élève à 14,2 millions d'euros sur six ans.",
        "",
        "# Titre second\nLa commission permanente examine chaque année l'avancement du programme [p. 99].\n"
                + "Le président du conseil départemental signe les conventions de financement *avant* 2031."
    };

    private static final int ARTICLES = 30;

    private SummaryFixture fixture;

    @BeforeAll
    void start() {
        fixture = new SummaryFixture();
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void sentencesStandUnderTheirHeadingsEachWithItsPageAndItsWords() {
        String conversation = fixture.conversation(Map.of());
        String id = fixture.document(conversation, "papi.pdf", PAGES);
        EventStream stream = fixture.agent.summarise(id, Map.of("format", "briefing", "method", "extractive"));
        Event begun = stream.next("answer");
        List<Event> rest = stream.rest();
        String text = EventStream.text(rest);

        assertThat(text)
                .startsWith(
                        "Phrases recopiées du document, sans génération\u00a0: rien d’inventé, mais rien de reformulé.")
                .endsWith("\n\nPage illisible, non lue\u00a0: 2.");
        assertThat(begun.data().get("model").asString()).isEqualTo("Extraits, sans génération");
        assertThat(begun.data().get("method").asString()).isEqualTo("extractive");
        assertThat(fixture.model.isAsked()).isFalse();
        JsonNode citations = rest.get(rest.size() - 1).data().get("citations");
        assertThat(citations.size()).isPositive();
        for (JsonNode citation : citations) {
            String mark = text.substring(
                    citation.get("start").asInt(), citation.get("end").asInt());
            assertThat(mark).isEqualTo("[p. " + citation.get("page").asInt() + "]");
            JsonNode span = citation.get("spans").get(0);
            ReadPage page = fixture.documents.pages(id).get(citation.get("page").asInt() - 1);
            String words = page.blocks()
                    .get(span.get("block").asInt())
                    .text()
                    .substring(span.get("from").asInt(), span.get("to").asInt());
            assertThat(text).contains(CopiedText.plain(words) + " " + mark);
        }
    }

    @Test
    void copiedWordsSayNothingToMarkdownAndAreNoCitation() {
        assertThat(CopiedText.plain("Un *mot* [p. 99]\n<b>gras</b>"))
                .isEqualTo("Un \\*mot\\* \\[p. 99\\] \\<b>gras\\</b>");
    }

    @Test
    void severalDocumentsHaveAPartEach() {
        String conversation = fixture.conversation(Map.of());
        String one = fixture.document(conversation, "un.pdf", PAGES);
        String two = fixture.document(conversation, "deux.pdf", PAGES);
        String text = SummaryFixture.text(fixture.agent.summarise(
                one, Map.of("format", "key-points", "method", "extractive", "documentIds", List.of(two))));

        assertThat(text)
                .contains("## Document 1\u00a0: un.pdf", "## Document 2\u00a0: deux.pdf")
                .contains("[doc. 1, p. ", "[doc. 2, p. ");
    }

    @Test
    void nothingIsCopiedWhereADocumentIsErasedMeanwhile() {
        String conversation = fixture.conversation(Map.of());
        String one = fixture.document(conversation, "un.pdf", PAGES);
        String two = fixture.document(conversation, "deux.pdf", PAGES);
        fixture.documents.erasePagesOf(one);
        List<Event> events = fixture.agent
                .summarise(two, Map.of("format", "key-points", "method", "extractive", "documentIds", List.of(one)))
                .rest();

        assertThat(events.get(events.size() - 1).data().get("finishReason").asString())
                .isEqualTo("stopped");
        assertThat(EventStream.text(events)).isEmpty();
    }

    @Test
    void aComparisonShowsTheWordsOfBothVersions() {
        String conversation = fixture.conversation(Map.of());
        String one = fixture.document(
                conversation, "avant.pdf", "Article 1\nLe délai est de deux mois.\nArticle 2\nLe maire préside.");
        String two = fixture.document(
                conversation, "apres.pdf", "Article 1\nLe délai est de trois mois.\nArticle 2\nLe maire préside.");
        String text = SummaryFixture.text(fixture.agent.summarise(
                one, Map.of("format", "comparison", "method", "extractive", "documentIds", List.of(two))));

        assertThat(text)
                .contains("Article 1", "deux mois", "trois mois", "[doc. 1, p. 1]", "[doc. 2, p. 1]")
                .doesNotContain("préside");
    }

    @Test
    void articlesBeyondThoseThatAreShownKeepTheirNamesAndTheirPages() {
        String conversation = fixture.conversation(Map.of());
        String one = fixture.document(conversation, "avant.pdf", articles("deux"));
        String two = fixture.document(conversation, "apres.pdf", articles("trois"));
        String medium = compared(one, two, "medium");
        String whole = compared(one, two, "long");

        for (int article = 1; article <= ARTICLES; article++) {
            assertThat(medium)
                    .containsPattern("Article " + article + " \\(modifié\\)[^#-]*(\n- [^\n]*)?\\[doc\\. 1, p\\. "
                            + article + "][^#]*?\\[doc\\. 2, p\\. " + article + "]");
        }
        assertThat(medium)
                .contains("## 5 autres articles diffèrent\n", "Une longueur plus grande en montre davantage ici.")
                .contains("\n- Article 30 (modifié) [doc. 1, p. 30] [doc. 2, p. 30]");
        assertThat(whole).contains("## Article 30 (modifié)").doesNotContain("autres articles");
    }

    @Test
    void whatMayStandOnAPageThatWasNotReadIsNotSaidToBeRemovedOrAdded() {
        String conversation = fixture.conversation(Map.of());
        String one = fixture.document(
                conversation, "avant.pdf", "Article 1\nLe délai est de deux mois.", "Article 2\nLe maire préside.");
        String two = fixture.document(conversation, "apres.pdf", "Article 1\nLe délai est de trois mois.", "");

        assertThat(compared(one, two, "medium"))
                .contains("ce qui est dit ajouté, supprimé ou modifié peut s’y trouver")
                .contains("## Article 2 (supprimé, ou sur une page non lue de la nouvelle version)\n")
                .contains("## Article 1 (modifié, à côté d’une page non lue)\n")
                .endsWith("Page illisible, non lue (document 2)\u00a0: 2.");
        assertThat(compared(two, one, "medium"))
                .contains("## Article 2 (ajouté, ou sur une page non lue de l’ancienne version)\n");
    }

    @Test
    void versionsOfWhichOnlyAPartWasReadAreTheSameOnlyWhereTheyWereRead() {
        String conversation = fixture.conversation(Map.of());
        String one = fixture.document(conversation, "avant.pdf", "Article 1\nLe délai est de deux mois.");
        String two = fixture.document(conversation, "apres.pdf", "Article 1\nLe délai est de deux mois.", "");

        assertThat(compared(one, two, "medium")).contains("Les pages lues des deux versions ont le même texte");
    }

    private String compared(String one, String two, String length) {
        return SummaryFixture.text(fixture.agent.summarise(
                one,
                Map.of("format", "comparison", "method", "extractive", "length", length, "documentIds", List.of(two))));
    }

    private static String[] articles(String months) {
        return IntStream.rangeClosed(1, ARTICLES)
                .mapToObj(article ->
                        "Article " + article + "\nLe délai numéro " + article + " est de " + months + " mois.")
                .toArray(String[]::new);
    }
}
