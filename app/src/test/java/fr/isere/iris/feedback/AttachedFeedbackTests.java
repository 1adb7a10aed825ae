package fr.isere.iris.feedback;

import static fr.isere.iris.feedback.FeedbackFixture.USEFUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.feedback.FeedbackFixture.Given;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What people attach to their opinions: who reads it, and when it is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachedFeedbackTests {

    private static final String ATTACHED = "/api/feedback/attached";
    private static final String MINE = "/api/feedback/mine";
    private static final Map<String, ?> WITH_ALL =
            Map.of("useful", false, "reason", "wrong", "text", "CANARI-t Il y en a dix.", "attach", true);

    private final FeedbackFixture fixture = new FeedbackFixture();
    private ApiClient agent;
    private ApiClient referent;

    @BeforeEach
    void begin() {
        fixture.forgetOpinions();
        agent = fixture.iris.signIn("agent").acceptsTheCharter();
        referent = fixture.iris.signIn("referent").acceptsTheCharter();
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void referentsReadItWithoutANameAndTheirReadingIsAuditedWithoutContent() {
        Given given = fixture.rated(agent, WITH_ALL);
        JsonNode one = referent.get(ATTACHED).json().get("attached").get(0);
        assertThat(one.get("question").asString()).isEqualTo("CANARI-q Combien de places ?");
        assertThat(one.get("answer").asString()).isEqualTo("CANARI-a Douze places.");
        assertThat(one.get("text").asString()).isEqualTo("CANARI-t Il y en a dix.");
        assertThat(one.get("reason").asString()).isEqualTo("wrong");
        assertThat(one.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "at", "endsAt", "task", "model", "useful", "reason", "text", "question", "answer");
        assertThat(one.toString()).doesNotContain(given.conversation());
        assertThat(one.get("at").asString()).endsWith("T00:00:00Z");
        assertThat(one.get("endsAt").asString()).endsWith("T00:00:00Z");

        await().untilAsserted(() -> {
            String trail = referent.get("/api/audit?what=feedback-read").text();
            assertThat(trail).contains("\"count\":\"1\"").doesNotContain("CANARI");
        });
        for (String path : new String[] {ATTACHED, "/api/feedback/summary"}) {
            assertThat(agent.get(path).status()).isEqualTo(403);
            assertThat(fixture.iris.signIn("exploitant").get(path).status()).isEqualTo(403);
        }
        assertThat(referent.get(ATTACHED + "?cursor=unknown").status()).isEqualTo(400);
    }

    @Test
    void withoutATickOnlyTheCommentIsKeptAndWithoutACommentNothing() {
        fixture.rated(agent, USEFUL);
        assertThat(fixture.keys("feedback-attached")).isEmpty();
        assertThat(referent.get(ATTACHED).json().get("attached")).isEmpty();

        fixture.rated(agent, Map.of("useful", true, "text", "  Parfait.  "));
        JsonNode one = referent.get(ATTACHED).json().get("attached").get(0);
        assertThat(one.get("text").asString()).isEqualTo("Parfait.");
        assertThat(one.get("question").isNull()).isTrue();
        assertThat(one.get("answer").isNull()).isTrue();
    }

    @Test
    void itGoesWithAChangedMindAndWithTheErasedConversation() {
        Given given = fixture.rated(agent, WITH_ALL);
        JsonNode own = fixture.own(agent, given);
        assertThat(own.get("mayAttach").asBoolean()).isTrue();
        assertThat(own.get("attachedFor").asString()).isEqualTo("PT720H");
        assertThat(own.get("votes").get(0).get("text").asString()).isEqualTo("CANARI-t Il y en a dix.");
        assertThat(own.get("votes").get(0).get("attached").asBoolean()).isTrue();

        fixture.give(agent, given, WITH_ALL);
        assertThat(fixture.keys("feedback-attached")).as("replaced").hasSize(1);
        fixture.give(agent, given, USEFUL);
        assertNothingIsAttached();

        fixture.give(agent, given, WITH_ALL);
        agent.send("DELETE", given.path(), null);
        assertNothingIsAttached();

        fixture.give(agent, given, WITH_ALL);
        agent.send("DELETE", "/api/conversations/" + given.conversation(), null);
        assertNothingIsAttached();
    }

    @Test
    void itOutlivesAConversationThatEndedAndItsAuthorSeesAndErasesIt() {
        Given given = fixture.rated(agent, WITH_ALL);
        fixture.rated(agent, WITH_ALL);
        fixture.iris.expire("iris:conversation:{" + given.conversation() + "}");

        JsonNode mine = agent.get(MINE).json().get("attached");
        assertThat(mine).hasSize(2);
        String first = mine.get(1).get("id").asString();
        assertThat(referent.send("DELETE", MINE + "/" + first, null).status())
                .as("another's is left as it is, and not told")
                .isEqualTo(204);
        assertThat(agent.get(MINE).json().get("attached")).hasSize(2);
        assertThat(agent.send("DELETE", MINE + "/" + first, null).status()).isEqualTo(204);
        assertThat(agent.get(MINE).json().get("attached")).hasSize(1);
        assertThat(referent.get(MINE).json().get("attached")).isEmpty();

        agent.send("DELETE", "/api/conversations", null);
        assertNothingIsAttached();
    }

    @Test
    void referentsEraseWhatShouldNotHaveBeenAttached() {
        Given given = fixture.rated(agent, WITH_ALL);
        fixture.rated(agent, WITH_ALL);
        JsonNode both = referent.get(ATTACHED).json().get("attached");
        String path = ATTACHED + "/" + both.get(1).get("id").asString();
        assertThat(agent.send("DELETE", path, null).status()).isEqualTo(403);
        assertThat(fixture.iris.signIn("exploitant").send("DELETE", path, null).status())
                .isEqualTo(403);
        assertThat(fixture.keys("feedback-attached")).hasSize(2);

        assertThat(referent.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(fixture.keys("feedback-attached")).as("gone at once").hasSize(1);
        JsonNode left = referent.get(ATTACHED).json().get("attached");
        assertThat(left).hasSize(1);
        assertThat(left.get(0).get("id")).isEqualTo(both.get(0).get("id"));
        assertThat(agent.get(MINE).json().get("attached"))
                .as("its author's too")
                .hasSize(1);
        JsonNode own = fixture.own(agent, given).get("votes").get(0);
        assertThat(own.get("attached").asBoolean()).isFalse();
        assertThat(own.get("attachedUntil").isNull()).isTrue();
        assertThat(fixture.counted().notUseful())
                .as("the opinion stays counted")
                .isEqualTo(2);

        assertThat(referent.send("DELETE", path, null).status()).as("twice").isEqualTo(204);
        assertThat(referent.send("DELETE", ATTACHED + "/unknown", null).status())
                .isEqualTo(204);
        await().untilAsserted(() -> assertThat(
                        referent.get("/api/audit?what=feedback-erased").json().get("entries"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).doesNotContain("CANARI")));
    }

    @Test
    void startIsRefusedIfItWouldOutliveTheBoundOfAllContent() {
        assertThatThrownBy(() -> IrisForTests.start(fixture.model, fixture.redis, "iris.retention.longest=20d"))
                .hasStackTraceContaining("iris.feedback.attached (PT720H) exceeds iris.retention.longest (PT480H)");
    }

    @Test
    void itGoesWithWhoLeaves() {
        ApiClient elue = fixture.iris.signIn("elue").acceptsTheCharter();
        fixture.rated(elue, WITH_ALL);
        fixture.rated(agent, WITH_ALL);
        ApiClient ops = fixture.iris.signIn("exploitant");
        String leaver = ops.send("POST", "/api/ops/people/pseudonym", Map.of("subject", "agent"))
                .json()
                .get("pseudonym")
                .asString();
        assertThat(ops.send("DELETE", "/api/ops/people/" + leaver, null).status())
                .isEqualTo(200);

        assertThat(fixture.keys("feedback-attached")).as("hers").hasSize(1);
        assertThat(fixture.iris.keys()).noneMatch(key -> key.contains(leaver));
        assertThat(fixture.counted().notUseful()).isEqualTo(2);
    }

    @Test
    void nothingIsAttachedFromAnEphemeralConversationAndTheOpinionStaysInMemory() {
        Given given = fixture.answered(agent, Map.of("ephemeral", true));
        ApiClient.Reply refused = agent.send("POST", given.path(), WITH_ALL);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).endsWith("feedback-ephemeral");
        assertThat(fixture.give(agent, given, Map.of("useful", true, "text", "x")))
                .isEqualTo(409);
        assertThat(fixture.give(agent, given, USEFUL)).isEqualTo(204);

        assertThat(fixture.own(agent, given).get("votes")).hasSize(1);
        assertThat(fixture.own(agent, given).get("mayAttach").asBoolean()).isFalse();
        assertThat(fixture.keys("feedback-votes")).isEmpty();
        assertThat(fixture.counted().useful()).isEqualTo(1);
    }

    @Test
    void aCommentIsTakenWholeOrRefused() {
        Given given = fixture.answered(agent, Map.of());
        assertThat(fixture.give(agent, given, Map.of("useful", true, "text", "é".repeat(1001))))
                .isEqualTo(400);
        assertThat(fixture.keys("feedback-attached")).isEmpty();
        assertThat(fixture.give(agent, given, Map.of("useful", true, "text", "é".repeat(1000))))
                .isEqualTo(204);
    }

    @Test
    void pagesOfAttachedContentsFollowEachOther() {
        Given given = fixture.answered(agent, Map.of());
        AttachedContents contents = fixture.iris.bean(AttachedContents.class);
        fixture.give(agent, given, WITH_ALL);
        Attached one = contents.all(contents.ids()).values().iterator().next();
        for (int i = 0; i < 24; i++) {
            contents.keep("somebody", one);
        }
        JsonNode first = referent.get(ATTACHED).json();
        assertThat(first.get("attached")).hasSize(20);
        JsonNode second = referent.get(ATTACHED + "?cursor=" + first.get("next").asString())
                .json();
        assertThat(second.get("attached")).hasSize(5);
        assertThat(second.get("next").isNull()).isTrue();
    }

    private void assertNothingIsAttached() {
        assertThat(fixture.keys("feedback-attached")).isEmpty();
        assertThat(fixture.keys("feedback-own")).isEmpty();
        assertThat(fixture.keys("feedback-list")).isEmpty();
    }
}
