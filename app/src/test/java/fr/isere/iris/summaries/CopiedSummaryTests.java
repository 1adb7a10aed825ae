package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.EventStream.Event;
import java.util.List;
import java.util.Map;
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
}
