package fr.isere.iris.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that IRIS does with its store, as one person lives it on two instances: signs in, accepts, asks, reads here and there, stops from
 * the other side, renames, erases, signs out. For tests that put another Redis under it.
 */
public final class Story {

    private static final String CONVERSATIONS = "/api/conversations";

    private final ScriptedModel model;
    private final ApiClient here;
    private final ApiClient there;

    private Story(ScriptedModel model, ApiClient here, ApiClient there) {
        this.model = model;
        this.here = here;
        this.there = there;
    }

    /** Begins with the sign-in and the charter. */
    public static Story begin(ScriptedModel model, IrisForTests first, IrisForTests second) {
        ApiClient agent = first.signIn("agent").acceptsTheCharter();
        ApiClient other = agent.at(second.url());
        assertThat(other.get("/api/me").json().get("charter").get("mustAccept").asBoolean())
                .isFalse();
        return new Story(model, agent, other);
    }

    /** The rest of it, to the sign-out. */
    public void goOn() {
        String conversation = startsAConversation();
        asksHereAndReadsThere(conversation);
        sendsHereAndReadsThere(conversation);
        stopsFromThere(conversation);
        assertThat(here.send("PATCH", CONVERSATIONS + "/" + conversation, Map.of("title", "Essai"))
                        .status())
                .isEqualTo(200);
        assertThat(there.get(CONVERSATIONS).json().get("conversations").findValuesAsString("title"))
                .contains("Essai");
        erases(conversation);
        startsAConversation();
        assertThat(here.send("DELETE", CONVERSATIONS, null)
                        .json()
                        .get("deleted")
                        .asInt())
                .isPositive();
        here.send("POST", "/logout", null);
        assertThat(here.get("/api/me").status()).isEqualTo(401);
    }

    /** Whose story it is. */
    public ApiClient person() {
        return here;
    }

    /** Opens a conversation; its id. */
    public String startsAConversation() {
        ApiClient.Reply created = here.send("POST", CONVERSATIONS, Map.of());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("id").asString();
    }

    /** Asks on one instance, reads on the other from the start, and finds the message stored. */
    public void asksHereAndReadsThere(String conversation) {
        EventStream stream = here.ask(conversation, Map.of("text", "CANARI-7f3a Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = stream.next("answer").data().get("id").asString();
        EventStream second = there.resume(answer, 0);
        asked.says("un ", "deux ").says("trois").ends();

        List<EventStream.Event> heard = second.rest();
        assertThat(EventStream.text(heard)).isEqualTo("un deux trois");
        assertThat(heard.get(heard.size() - 1).type()).isEqualTo("done");
        assertThat(EventStream.text(stream.rest())).isEqualTo("un deux trois");
        assertThat(there.get(CONVERSATIONS + "/" + conversation).json().findValuesAsString("text"))
                .contains("CANARI-7f3a Bonjour", "un deux trois");
    }

    /** Sends a document to one instance, reads its page on the other, and erases a second one from there. */
    public void sendsHereAndReadsThere(String conversation) {
        String id = isRead(here, conversation, "CANARI-7f3a.txt");
        assertThat(there.get("/api/documents/" + id + "/pages/1").text()).contains("CANARI-7f3a");
        String second = isRead(there, conversation, "autre.txt");
        assertThat(there.send("DELETE", "/api/documents/" + second, null).status())
                .isEqualTo(204);
        assertThat(here.get("/api/documents?conversation=" + conversation)
                        .json()
                        .get("documents"))
                .hasSize(1);
    }

    /** Sends a text and waits until it was read; its id. */
    public static String isRead(ApiClient person, String conversation, String name) {
        ApiClient.Reply sent =
                person.upload(conversation, name, ("CANARI-7f3a Texte de " + name).getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        String id = sent.json().get("id").asString();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            String view = person.get("/api/documents/" + id).text();
            assertThat(view).contains("\"state\":\"ready\"");
        });
        return id;
    }

    private void stopsFromThere(String conversation) {
        EventStream stream = here.ask(conversation, Map.of("text", "CANARI-7f3a Encore"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = stream.next("answer").data().get("id").asString();
        asked.says("Début");
        stream.next("token");
        assertThat(there.send("POST", "/api/answers/" + answer + "/stop", null).status())
                .isEqualTo(204);
        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
        assertThat(asked.isCancelled()).isTrue();
    }

    private void erases(String conversation) {
        assertThat(there.send("DELETE", CONVERSATIONS + "/" + conversation, null)
                        .status())
                .isEqualTo(204);
        await().untilAsserted(() -> assertThat(
                        here.get(CONVERSATIONS + "/" + conversation).status())
                .isIn(404, 410));
    }
}
