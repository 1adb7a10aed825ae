package fr.isere.iris.summaries;

import static fr.isere.iris.summaries.SummaryFixture.BRIEFING;
import static fr.isere.iris.summaries.SummaryFixture.longPages;
import static fr.isere.iris.summaries.SummaryFixture.material;
import static fr.isere.iris.summaries.SummaryFixture.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A summary that did not get to its end goes on where it was: what was read of the document is not read again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumedSummaryTests {

    private SummaryFixture fixture;
    private ScriptedModel model;
    private ApiClient agent;
    private String conversation;

    @BeforeAll
    void start() {
        fixture = new SummaryFixture();
        model = fixture.model;
        agent = fixture.agent;
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
    void aPassageThatFailsTwiceEndsItAndAnyInstanceGoesOnAskingOnlyForWhatLacks() {
        String id = fixture.document(conversation, "long.pdf", longPages(9));
        EventStream stream = agent.summarise(id, BRIEFING);
        String failed = failPassageWith("unique5x");
        assertThat(stream.next("problem").data().get("type").asString()).endsWith("engine-interrupted");
        assertThat(fixture.lastMessage(conversation).get("state").asString()).isEqualTo("failed");

        try (IrisForTests other = fixture.start()) {
            EventStream again = agent.at(other.url()).ask(conversation, Map.of("replaces", "2"));
            List<ScriptedModel.Asked> second = fixture.noteAll();
            second.get(second.size() - 1).says("Tout [p. 4].").ends();

            assertThat(SummaryFixture.text(again)).isEqualTo("Tout [p. 4].");
            assertThat(second).as("the passage that failed, and the text").hasSize(2);
            assertThat(material(second.get(0))).isEqualTo(failed);
        }
    }

    /** Fails the passage with this word twice, and notes all others; what that passage is. */
    private String failPassageWith(String word) {
        String failed = "";
        while (true) {
            ScriptedModel.Asked next = model.nextAsked();
            if (!material(next).contains(word)) {
                note(next);
                continue;
            }
            next.fails(EngineFailure.INTERRUPTED);
            if (!failed.isEmpty()) {
                return failed;
            }
            failed = material(next);
        }
    }

    @Test
    void oneThatWasStoppedIsAskedOnlyForWhatLacks() {
        String id = fixture.document(conversation, "long.pdf", longPages(9));
        EventStream stream = agent.summarise(id, BRIEFING);
        String answer = stream.next("answer").data().get("id").asString();
        ScriptedModel.Asked noted = model.nextAsked();
        note(noted);
        await().until(() -> fixture.iris.keys().contains("iris:summary-parts:{" + conversation + "}"));
        agent.send("POST", "/api/answers/" + answer + "/stop", null);
        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
        while (model.isAsked()) {
            await().until(model.nextAsked()::isCancelled);
        }

        EventStream again = agent.ask(conversation, Map.of("replaces", "2"));
        List<ScriptedModel.Asked> second = fixture.noteAll();
        second.get(second.size() - 1).says("Tout [p. 4].").ends();

        assertThat(SummaryFixture.text(again)).isEqualTo("Tout [p. 4].");
        assertThat(second).extracting(SummaryFixture::material).doesNotContain(material(noted));
        assertThat(second).as("what nobody had noted, and the text").hasSize(3);
    }
}
