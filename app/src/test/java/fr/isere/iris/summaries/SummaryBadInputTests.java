package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What cannot be summarised is told, with what can be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryBadInputTests {

    private SummaryFixture fixture;
    private String document;

    @BeforeAll
    void start() {
        fixture = new SummaryFixture();
        document = fixture.document(fixture.conversation(Map.of()), "texte.pdf", "Un texte.");
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void whatIsUnknownIsToldWithWhatIsPossible() {
        assertRefused(Map.of("format", "poem"), "summary-format-unknown", "briefing");
        assertRefused(Map.of(), "summary-format-unknown", "easy-read");
        assertRefused(Map.of("format", "briefing", "length", "endless"), "summary-length-unknown", "medium");
        assertRefused(Map.of("format", "briefing", "method", "magic"), "summary-method-unknown", "extractive");
        assertThat(fixture.model.isAsked()).isFalse();
    }

    @Test
    void whatHasNothingToCopyIsNotCopied() {
        assertRefused(Map.of("format", "questions", "method", "extractive"), "summary-needs-model", "rédige");
        assertRefused(Map.of("format", "easy-read", "method", "extractive"), "summary-needs-model", "rédige");
    }

    @Test
    void aComparisonTakesTwoDocuments() {
        assertRefused(Map.of("format", "comparison"), "comparison-needs-two", "nouvelle");
        assertRefused(
                Map.of("format", "comparison", "documentIds", List.of(document)), "comparison-needs-two", "nouvelle");
        assertRefused(
                Map.of("format", "comparison", "documentIds", List.of("a", "b")), "comparison-needs-two", "nouvelle");
    }

    @Test
    void whatIsNoRequestIsRefused() {
        for (String body : List.of("", "[]", "{\"format\":{}}", "{\"format\":\"briefing\",\"documentIds\":[null]}")) {
            ApiClient.Reply reply = fixture.agent.sendRaw("POST", "/api/documents/" + document + "/summaries", body);
            assertThat(reply.status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void aDocumentThatIsNotThereIsNotFound() {
        ApiClient.Reply reply =
                fixture.agent.send("POST", "/api/documents/none/summaries", Map.of("format", "briefing"));

        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void aDocumentThatIsErasedWhileItsSummaryBeginsWasNotRead() {
        String conversation = fixture.conversation(Map.of());
        String one = fixture.document(conversation, "un.pdf", "Le premier texte.");
        String two = fixture.document(conversation, "deux.pdf", "Le second texte.");
        fixture.documents.erasePagesOf(one);
        fixture.agent.summarise(two, Map.of("format", "key-points", "documentIds", List.of(one)));

        await().until(() ->
                fixture.lastMessage(conversation).get("state").asString().equals("stopped"));
        assertThat(fixture.lastMessage(conversation).get("text").asString()).isEmpty();
        assertThat(fixture.model.isAsked()).isFalse();
    }

    /** On a Redis of its own: elsewhere somebody may have accepted it. */
    @Test
    void theCharterComesFirst() {
        try (RedisForTests redis = RedisForTests.start();
                IrisForTests own = IrisForTests.start(new ScriptedModel(), redis)) {
            ApiClient.Reply reply = own.signIn("elue")
                    .send("POST", "/api/documents/" + document + "/summaries", Map.of("format", "briefing"));

            assertThat(reply.status()).isEqualTo(403);
        }
    }

    private void assertRefused(Map<String, ?> body, String problem, String possible) {
        ApiClient.Reply reply = fixture.agent.send("POST", "/api/documents/" + document + "/summaries", body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().get("type").asString()).endsWith(problem);
        assertThat(reply.json().get("detail").asString()).contains(possible);
    }
}
