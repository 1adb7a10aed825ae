package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a file that is sent to its summary, all real but the model. */
class SummaryOfUploadTests extends AgentStory {

    @Test
    void everyPageOfAFileIsRead() {
        String conversation = opensConversation();
        String id = agent.sendsToRead(conversation, "rapport.txt", String.join("\f", SummaryFixture.longPages(8)));
        EventStream stream = agent.summarise(id, Map.of("format", "briefing", "length", "short"));
        String read = "";
        ScriptedModel.Asked asked = model.nextAsked();
        while (!SummaryFixture.isAboutNotes(asked)) {
            read += SummaryFixture.material(asked);
            SummaryFixture.note(asked);
            asked = model.nextAsked();
        }
        asked.says("Le conseil délibère [p. 1].").ends();

        assertThat(SummaryFixture.text(stream)).isEqualTo("Le conseil délibère [p. 1].");
        for (int page = 1; page <= 8; page++) {
            assertThat(read.split("unique" + page + "x", -1)).as("page " + page).hasSize(2);
        }
    }

    @Test
    void aFileIsSummarisedWithoutAModel() {
        String conversation = opensConversation();
        String id = agent.sendsToRead(
                conversation,
                "rapport.txt",
                "Le conseil départemental approuve le programme de prévention des inondations de l'Isère amont.\n\n"
                        + "Le montant total du programme s'élève à 14,2 millions d'euros sur une durée de six ans.");

        List<EventStream.Event> events = agent.summarise(id, Map.of("format", "briefing", "method", "extractive"))
                .rest();

        assertThat(EventStream.text(events)).contains("14,2 millions d'euros sur une durée de six ans. [p. 1]");
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void whatIsWrittenFromADocumentStopsWhenTheDocumentIsErased() {
        String conversation = opensConversation();
        String id = agent.sendsToRead(conversation, "rapport.txt", "Le conseil délibère sur le rapport.");
        EventStream stream = agent.summarise(id, Map.of("format", "briefing", "length", "short"));
        ScriptedModel.Asked asked = model.nextAsked();

        assertThat(agent.send("DELETE", "/api/documents/" + id, null).status()).isEqualTo(204);

        await().until(asked::isCancelled);
        asked.ends();
        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
    }
}
