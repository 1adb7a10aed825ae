package fr.isere.iris.summaries;

import static fr.isere.iris.summaries.SummaryFixture.material;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.EventStream.Event;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two versions of a text, compared in the model's words, at the HTTP interface. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordedComparisonTests {

    private static final String BEFORE = "Article 1\nLe délai est de deux mois.\nArticle 2\nLe maire préside.";

    private SummaryFixture fixture;
    private String conversation = "";

    @BeforeAll
    void start() {
        fixture = new SummaryFixture();
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @BeforeEach
    void newConversation() {
        conversation = fixture.conversation(Map.of());
    }

    @Test
    void theModelIsGivenTheArticlesThatDifferWithTheirWordsBeforeAndAfter() {
        String one = fixture.document(conversation, "avant.pdf", BEFORE);
        String two = fixture.document(conversation, "apres.pdf", BEFORE.replace("deux mois", "trois mois"));
        EventStream stream = compare(one, two);
        ScriptedModel.Asked asked = fixture.model.nextAsked();
        asked.says("Article 1 : le délai passe de deux à trois mois [doc. 1, p. 1] [doc. 2, p. 1].")
                .ends();
        List<Event> rest = stream.rest();

        assertThat(material(asked))
                .contains("Article 1")
                .containsSubsequence("Avant : ", "deux mois", "Après : ", "trois mois")
                .doesNotContain("préside");
        assertThat(rest.get(rest.size() - 1).data().get("citations").findValuesAsString("documentId"))
                .containsExactly(one, two);
        assertThat(EventStream.text(rest)).contains("le délai passe de deux à trois mois");
    }

    @Test
    void whereNothingDiffersThatIsSaidWithoutAModel() {
        String one = fixture.document(conversation, "avant.pdf", BEFORE);
        String two = fixture.document(conversation, "apres.pdf", BEFORE);

        assertThat(SummaryFixture.text(compare(one, two))).startsWith(Unread.SAME);
        assertThat(fixture.model.isAsked()).isFalse();
    }

    @Test
    void theModelAndTheReaderAreToldOfPagesThatWereNotRead() {
        String one = fixture.document(
                conversation, "avant.pdf", "Article 1\nLe délai court.", "Article 2\nLe maire préside.");
        String two = fixture.document(conversation, "apres.pdf", "Article 1\nLe délai court.", "");
        EventStream stream = compare(one, two);
        ScriptedModel.Asked asked = fixture.model.nextAsked();
        asked.says("Article 2 : supprimé [doc. 1, p. 2].").ends();

        assertThat(material(asked)).contains("Article 2 (supprimé, ou sur une page non lue de la nouvelle version)");
        assertThat(SummaryFixture.text(stream))
                .containsSubsequence(
                        "Article 2 : supprimé [doc. 1, p. 2].",
                        "\n\nDes pages n’ont pas pu être lues",
                        "\n\nPage illisible, non lue (document 2)\u00a0: 2.");
    }

    private EventStream compare(String one, String two) {
        return fixture.agent.summarise(one, Map.of("format", "comparison", "documentIds", List.of(two)));
    }
}
