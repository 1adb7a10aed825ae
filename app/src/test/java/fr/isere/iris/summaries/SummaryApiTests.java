package fr.isere.iris.summaries;

import static fr.isere.iris.summaries.SummaryFixture.BRIEFING;
import static fr.isere.iris.summaries.SummaryFixture.isAboutNotes;
import static fr.isere.iris.summaries.SummaryFixture.longPages;
import static fr.isere.iris.summaries.SummaryFixture.material;
import static fr.isere.iris.summaries.SummaryFixture.note;
import static fr.isere.iris.summaries.SummaryFixture.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.EventStream.Event;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Summaries that a model writes, at their HTTP interface, with a model that says exactly what the test has it say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryApiTests {

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
    void aShortDocumentIsReadAtOnceAndCitesOnlyPagesThatItHas() {
        String id = fixture.document(conversation, "rapport.pdf", "Le budget est voté.", "", "La séance est levée.");
        EventStream stream = agent.summarise(id, BRIEFING);
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Le budget est voté [p", ". 1]. La séance", " est levée [page 3, 9]. Faux", " [p. 2].")
                .ends();
        Event begun = stream.next("answer");
        List<Event> rest = stream.rest();

        String expected =
                "Le budget est voté [p. 1]. La séance est levée [p. 3]. Faux.\n\nPage illisible, non lue\u00a0: 2.";
        assertThat(EventStream.text(rest)).isEqualTo(expected);
        assertThat(material(asked))
                .contains("[p. 1]\nLe budget est voté.", "[p. 3]\nLa séance")
                .doesNotContain("[p. 2]\n");
        assertThat(begun.data().get("method").asString()).isEqualTo("generative");
        assertThat(begun.data().get("consulted").get(0).toString())
                .isEqualTo("{\"documentId\":\"" + id + "\",\"pages\":[1,3],\"of\":3}");
        JsonNode done = rest.get(rest.size() - 1).data();
        assertThat(done.get("citations").findValuesAsString("page")).containsExactly("1", "3");
        assertThat(done.get("usage").get("answerTokens").asInt()).isEqualTo(34);
        JsonNode question = agent.get("/api/conversations/" + conversation)
                .json()
                .get("messages")
                .get(0);
        assertThat(question.get("text").asString())
                .isEqualTo("Note de synthèse, longueur courte\u00a0: «\u00a0rapport.pdf\u00a0»");
        assertThat(fixture.lastMessage(conversation).get("text").asString()).isEqualTo(expected);
    }

    @Test
    void everyPageOfALongDocumentReachesTheModelOnceAndTheSameInstructionsBeginEachPassage() {
        String id = fixture.document(conversation, "long.pdf", longPages(12));
        EventStream stream = agent.summarise(id, BRIEFING);

        List<ScriptedModel.Asked> asked = fixture.noteAll();
        ScriptedModel.Asked last = asked.remove(asked.size() - 1);
        last.says("Le conseil délibère [p. 1].").ends();
        List<Event> rest = stream.rest();

        String read = asked.stream().map(SummaryFixture::material).collect(Collectors.joining());
        for (int page = 1; page <= 12; page++) {
            assertThat(read.split("unique" + page + "x", -1)).as("page " + page).hasSize(2);
        }
        assertThat(asked)
                .hasSizeGreaterThan(2)
                .extracting(SummaryFixture::system)
                .containsOnly(system(asked.get(0)));
        assertThat(material(last)).contains("# Notes sur les pages").doesNotContain("unique");
        assertThat(system(last)).contains("200 mots").contains("## Objet");
        List<Integer> done = progress(rest, "done");
        assertThat(done).isSorted().startsWith(0).endsWith(12);
        assertThat(progress(rest, "total")).containsOnly(12);
        JsonNode first = rest.stream()
                .filter(event -> event.type().equals("progress"))
                .findFirst()
                .orElseThrow()
                .data();
        assertThat(first.get("left").isNull()).as("nothing is known yet").isTrue();
        assertThat(rest.get(rest.size() - 1)
                        .data()
                        .get("usage")
                        .get("answerTokens")
                        .asInt())
                .isEqualTo(34 * (asked.size() + 1));
    }

    @Test
    void notesThatAreTooManyForOneCallAreJoinedWithTheirPages() {
        String id = fixture.document(conversation, "long.pdf", longPages(12));
        EventStream stream = agent.summarise(id, BRIEFING);
        int joined = 0;
        ScriptedModel.Asked asked = model.nextAsked();
        while (!system(asked).contains("rédigez")) {
            boolean joins = isAboutNotes(asked);
            joined += joins ? 1 : 0;
            String page = material(asked).replaceAll("(?s)^.*?\\[p\\. (\\d+)].*$", "$1");
            asked.says("Une note [p. " + page + "]. " + (joins ? "" : "Le conseil délibère encore. ".repeat(160)))
                    .ends();
            asked = model.nextAsked();
        }
        asked.says("Début [p. 1]. Fin [p. 12].").ends();

        assertThat(joined).isPositive();
        assertThat(material(asked)).contains("Notes sur les pages 1 à ").contains("[p. 1]");
        assertThat(SummaryFixture.text(stream))
                .as("page 12 was noted by nobody")
                .isEqualTo("Début [p. 1]. Fin.");
    }

    @Test
    void stopStopsTheModelAtOnce() {
        String id = fixture.document(conversation, "long.pdf", longPages(9));
        EventStream stream = agent.summarise(id, BRIEFING);
        String answer = stream.next("answer").data().get("id").asString();
        ScriptedModel.Asked one = model.nextAsked();
        ScriptedModel.Asked other = model.nextAsked();

        agent.send("POST", "/api/answers/" + answer + "/stop", null);

        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
        await().untilAsserted(() ->
                assertThat(List.of(one.isCancelled(), other.isCancelled())).containsOnly(true));
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void aSummaryThatIsStoppedTellsWhatItTookUntilThen() {
        String id = fixture.document(conversation, "long.pdf", longPages(9));
        EventStream stream = agent.summarise(id, BRIEFING);
        String answer = stream.next("answer").data().get("id").asString();
        note(model.nextAsked());
        model.nextAsked();
        model.nextAsked();

        agent.send("POST", "/api/answers/" + answer + "/stop", null);

        JsonNode usage = stream.next("done").data().get("usage");
        assertThat(usage.get("answerTokens").asInt()).isEqualTo(34);
        assertThat(usage.get("promptTokens").asInt()).isEqualTo(12);
    }

    @Test
    void erasingTheConversationStopsItAndLeavesNoNotes() {
        String id = fixture.document(conversation, "long.pdf", longPages(9));
        EventStream stream = agent.summarise(id, BRIEFING);
        stream.next("answer");
        note(model.nextAsked());
        String kept = "iris:summary-parts:{" + conversation + "}";
        await().until(() -> fixture.iris.keys().contains(kept));
        assertThat(fixture.iris.secondsLeft(kept)).isBetween(1L, 24 * 3600L);
        ScriptedModel.Asked running = model.nextAsked();

        agent.send("DELETE", "/api/conversations/" + conversation, null);

        await().until(running::isCancelled);
        await().untilAsserted(() -> assertThat(fixture.iris.keys())
                .noneMatch(key -> key.contains(conversation) && key.contains("summary")));
        while (model.isAsked()) {
            assertThat(model.nextAsked().isCancelled()).isTrue();
        }
    }

    @Test
    void notesOfAnEphemeralConversationStayInMemory() {
        String ephemeral = fixture.conversation(Map.of("ephemeral", true));
        String id = fixture.document(ephemeral, "long.pdf", longPages(6));
        EventStream stream = agent.summarise(id, BRIEFING);
        List<ScriptedModel.Asked> asked = fixture.noteAll();
        asked.get(asked.size() - 1).says("Fin.").ends();

        assertThat(SummaryFixture.text(stream)).isEqualTo("Fin.");
        assertThat(fixture.iris.keys()).noneMatch(key -> key.contains(ephemeral.substring(1)));
    }

    @Test
    void severalDocumentsAreToldApartByTheirNumbers() {
        String one = fixture.document(conversation, "un.pdf", "Le premier texte.");
        String two = fixture.document(conversation, "deux.pdf", "Le second texte.");
        EventStream stream = agent.summarise(two, Map.of("format", "key-points", "documentIds", List.of(one)));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Un [doc. 1, p. 1]. Deux [doc. 2, p. 1]. Rien [p. 1]. Faux [doc. 3, p. 1].")
                .ends();
        List<Event> rest = stream.rest();

        assertThat(material(asked)).containsSubsequence("[doc. 1, p. 1]", "premier", "[doc. 2, p. 1]", "second");
        assertThat(EventStream.text(rest)).isEqualTo("Un [doc. 1, p. 1]. Deux [doc. 2, p. 1]. Rien. Faux.");
        assertThat(rest.get(rest.size() - 1).data().get("citations").findValuesAsString("documentId"))
                .containsExactly(one, two);
    }

    @Test
    void whatWaitsForTheModelIsToldItsPlace() {
        String id = fixture.document(conversation, "court.pdf", "Un texte.");
        EventStream stream = agent.summarise(id, BRIEFING);
        ScriptedModel.Asked asked = model.nextAsked();
        asked.waits(3).loads().says("Texte [p. 1].").ends();
        List<Event> rest = stream.rest();

        assertThat(rest).extracting(Event::type).containsSubsequence("queued", "loading", "token", "done");
    }

    @Test
    void whatTheModelDidNotFinishIsNamed() {
        String id = fixture.document(conversation, "long.pdf", longPages(6));
        EventStream stream = agent.summarise(id, BRIEFING);
        ScriptedModel.Asked cut = model.nextAsked();
        boolean first = material(cut).contains("unique1x");
        cut.says("Début").endsAtTheLimit();
        List<ScriptedModel.Asked> asked = fixture.noteAll();
        asked.get(asked.size() - 1).says("Fin.").ends();

        assertThat(SummaryFixture.text(stream))
                .startsWith(
                        "Fin.\n\nNotes du modèle incomplètes, à relire dans le document\u00a0: " + (first ? "1" : ""));
    }

    private static List<Integer> progress(List<Event> events, String field) {
        return events.stream()
                .filter(event -> event.type().equals("progress"))
                .map(event -> event.data().get(field).asInt())
                .toList();
    }
}
