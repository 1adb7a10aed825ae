package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** Two instances on one Redis: each picks up what the other began. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstancesTests {

    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests first;
    private IrisForTests second;
    private ApiClient atFirst;
    private ApiClient atSecond;
    private String conversation;

    @BeforeAll
    void start() {
        first = IrisForTests.start(model);
        second = IrisForTests.start(model);
        atFirst = first.signIn("agent").acceptsTheCharter();
        atSecond = atFirst.at(second.url());
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    @BeforeEach
    void newConversation() {
        conversation = atFirst.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
    }

    @Test
    void anAnswerBegunOnOneIsReadOnTheOtherWithoutALostOrDoubledToken() {
        EventStream here = atFirst.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = here.next("answer").data().get("id").asString();
        asked.says("un ");
        long seen = here.next("token").id();
        here.close();

        EventStream there = atSecond.resume(answer, seen);
        asked.says("deux ").says("trois").ends();

        assertThat(EventStream.text(there.rest())).isEqualTo("deux trois");
    }

    @Test
    void stopReachesTheInstanceThatGenerates() {
        EventStream here = atFirst.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = here.next("answer").data().get("id").asString();

        atSecond.send("POST", "/api/answers/" + answer + "/stop", null);

        assertThat(here.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
        assertThat(asked.isCancelled()).isTrue();
    }

    @Test
    void anAnswerWhoseInstanceDiedIsEndedByWhoeverLooksAndKeepsWhatWasSaid() {
        EventStream here = atFirst.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = here.next("answer").data().get("id").asString();
        asked.says("Début");
        here.next("token");

        // What is left of an instance half a minute after its death: the answer, without a sign of life.
        first.expire("iris:generating:{" + answer + "}");

        assertThat(atSecond.get("/api/conversations/" + conversation)
                        .json()
                        .get("messages")
                        .get(1)
                        .get("state")
                        .asString())
                .isEqualTo("failed");
        List<EventStream.Event> heard = atSecond.resume(answer, 0).rest();
        assertThat(EventStream.text(heard)).isEqualTo("Début");
        assertThat(heard.get(heard.size() - 1).data().get("type").asString())
                .isEqualTo("urn:iris:problem:answer-abandoned");
        asked.ends();
    }

    @Test
    void anInstanceThatStopsEndsItsAnswersAndTellsTheirReaders() {
        IrisForTests third = IrisForTests.start(model, "spring.lifecycle.timeout-per-shutdown-phase=1s");
        EventStream gone = atFirst.at(third.url()).ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = gone.next("answer").data().get("id").asString();
        asked.says("Début");
        EventStream there = atSecond.resume(answer, 0);

        third.close();

        List<EventStream.Event> heard = there.rest();
        assertThat(EventStream.text(heard)).isEqualTo("Début");
        assertThat(heard.get(heard.size() - 1).data().get("type").asString())
                .isEqualTo("urn:iris:problem:engine-interrupted");
        assertThat(asked.isCancelled()).isTrue();
        await().until(() -> atSecond.get("/api/conversations/" + conversation)
                .json()
                .get("answering")
                .isNull());
    }
}
