package fr.isere.iris.feedback;

import static fr.isere.iris.feedback.FeedbackFixture.USEFUL;
import static fr.isere.iris.feedback.FeedbackFixture.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.feedback.FeedbackFixture.Given;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** People say what they think of answers; it is counted, and nobody is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackTests {

    private final FeedbackFixture fixture = new FeedbackFixture();
    private ApiClient agent;

    @BeforeEach
    void begin() {
        fixture.forgetOpinions();
        agent = fixture.iris.signIn("agent").acceptsTheCharter();
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void anOpinionComesBackAndIsReplacedWithTheCountsRight() {
        Given given = fixture.rated(agent, WRONG);
        JsonNode vote = fixture.own(agent, given).get("votes").get(0);
        assertThat(vote.toString())
                .isEqualTo("{\"messageId\":\"2\",\"useful\":false,\"reason\":\"wrong\",\"text\":null,"
                        + "\"attached\":false,\"attachedUntil\":null}");
        assertThat(fixture.counted()).isEqualTo(new Row("chat", "Modèle de test", 1, 0, 1, Map.of(Reason.WRONG, 1)));

        assertThat(fixture.give(agent, given, Map.of("useful", false, "reason", "too-long")))
                .isEqualTo(204);
        assertThat(fixture.counted().reasons()).isEqualTo(Map.of(Reason.TOO_LONG, 1));
        assertThat(fixture.give(agent, given, USEFUL)).isEqualTo(204);
        assertThat(fixture.counted()).isEqualTo(new Row("chat", "Modèle de test", 1, 1, 0, Map.of()));

        assertThat(agent.send("DELETE", given.path(), null).status()).isEqualTo(204);
        assertThat(agent.send("DELETE", given.path(), null).status()).isEqualTo(204);
        assertThat(fixture.own(agent, given).get("votes")).isEmpty();
        assertThat(fixture.counted().people() + fixture.counted().useful()).isZero();
    }

    @Test
    void twoTabsAtOnceOnTwoInstancesLeaveTheCountsRight() throws Exception {
        Given given = fixture.answered(agent, Map.of());
        ExecutorService tabs = Executors.newFixedThreadPool(4);
        try (IrisForTests other = fixture.start()) {
            ApiClient there = agent.at(other.url());
            List<Callable<Integer>> clicks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Map<String, ?> opinion = i % 2 == 0 ? USEFUL : WRONG;
                ApiClient tab = i % 3 == 0 ? there : agent;
                clicks.add(() -> fixture.give(tab, given, opinion));
            }
            for (Future<Integer> reply : tabs.invokeAll(clicks)) {
                assertThat(reply.get()).isEqualTo(204);
            }
        } finally {
            tabs.shutdownNow();
        }
        boolean useful =
                fixture.own(agent, given).get("votes").get(0).get("useful").asBoolean();
        Row counted = fixture.counted();
        assertThat(counted.people()).isEqualTo(1);
        assertThat(List.of(counted.useful(), counted.notUseful())).isEqualTo(useful ? List.of(1, 0) : List.of(0, 1));
        assertThat(counted.reasons()).isEqualTo(useful ? Map.of() : Map.of(Reason.WRONG, 1));
    }

    @Test
    void anErasedConversationTakesTheOpinionAndLeavesTheCount() {
        Given given = fixture.rated(agent, USEFUL);
        assertThat(agent.send("DELETE", "/api/conversations/" + given.conversation(), null)
                        .status())
                .isEqualTo(204);

        assertThat(fixture.keys("feedback-votes")).isEmpty();
        assertThat(fixture.give(agent, given, WRONG)).isEqualTo(410);
        assertThat(agent.send("DELETE", given.path(), null).status()).isEqualTo(410);
        assertThat(fixture.counted()).isEqualTo(new Row("chat", "Modèle de test", 1, 1, 0, Map.of()));
        assertThat(fixture.keys("feedback-votes")).isEmpty();
    }

    @Test
    void aLineIsShownOnceEnoughDifferentPeopleStandBehindIt() {
        ApiClient referent = fixture.iris.signIn("referent").acceptsTheCharter();
        for (int i = 0; i < 5; i++) {
            fixture.rated(agent, WRONG);
        }
        ApiClient elue = fixture.iris.signIn("elue").acceptsTheCharter();
        fixture.rated(elue, USEFUL);

        JsonNode hidden = referent.get("/api/feedback/summary").json();
        JsonNode month = hidden.get("months").get(0);
        assertThat(month.get("lines")).isEmpty();
        assertThat(month.get("withheld").asBoolean()).isTrue();
        assertThat(hidden.get("months").toString()).doesNotContain("5", "wrong");

        fixture.rated(referent, USEFUL);
        JsonNode shown =
                referent.get("/api/feedback/summary").json().get("months").get(0);
        assertThat(shown.get("withheld").asBoolean()).isFalse();
        assertThat(shown.get("lines").get(0).toString())
                .isEqualTo("{\"task\":\"chat\",\"model\":\"Modèle de test\",\"useful\":2,\"notUseful\":5,"
                        + "\"reasons\":{\"wrong\":5}}");
    }

    @Test
    void countsNameNobodyAndEveryKeyHasItsEnd() {
        fixture.rated(agent, Map.of("useful", false, "text", "CANARI-t", "attach", true));

        assertThat(fixture.iris.keys()).noneMatch(fixture.iris::isWithoutEnd);
        assertThat(daysLeft("feedback-month")).isBetween(360L, 395L);
        assertThat(daysLeft("feedback-hours")).isBetween(34L, 36L);
        assertThat(daysLeft("feedback-share")).isBetween(39L, 40L);
        assertThat(daysLeft("feedback-attached")).isBetween(29L, 30L);
        assertThat(daysLeft("feedback-own")).isBetween(29L, 30L);
        assertThat(daysLeft("feedback-list")).isBetween(29L, 30L);
        assertThat(daysLeft("feedback-votes")).isLessThanOrEqualTo(1);
        assertThat(fixture.keys("feedback-month").toString()).matches(".*\\{20\\d\\d-\\d\\d}]");
    }

    @Test
    void ratingsTellTheShareOfAModelSinceAnHour() {
        Ratings ratings = fixture.iris.bean(Ratings.class);
        assertThat(ratings.of("Modèle de test", Instant.now()).shareNotUseful()).isZero();
        fixture.rated(agent, USEFUL);
        Given second = fixture.rated(agent, WRONG);

        Ratings.Rating rated = ratings.of("Modèle de test", Instant.now().minus(Duration.ofHours(1)));
        assertThat(rated).isEqualTo(new Ratings.Rating(2, 1));
        assertThat(rated.shareNotUseful()).isEqualTo(0.5);
        assertThat(ratings.of("Un autre", Instant.now().minus(Duration.ofDays(400)))
                        .votes())
                .isZero();
        assertThat(ratings.of("Modèle de test", Instant.now().plus(Duration.ofHours(2)))
                        .votes())
                .isZero();

        fixture.give(agent, second, USEFUL);
        assertThat(ratings.of("Modèle de test", Instant.now().minus(Duration.ofHours(1))))
                .isEqualTo(new Ratings.Rating(2, 0));
    }

    @Test
    void onlyWhoAcceptedTheCharterRatesAndOnlyTheirOwnAnswers() {
        Given given = fixture.answered(agent, Map.of());
        ApiClient newcomer = fixture.iris.signIn("exploitant");
        ApiClient.Reply refused = newcomer.send("POST", given.path(), USEFUL);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("type").asString()).endsWith("charter-not-accepted");

        newcomer.acceptsTheCharter();
        assertThat(fixture.give(newcomer, given, USEFUL)).isEqualTo(404);
        assertThat(newcomer.get("/api/conversations/" + given.conversation() + "/feedback")
                        .status())
                .isEqualTo(404);
        assertThat(fixture.give(agent, new Given(given.conversation(), "1"), USEFUL))
                .as("a question is no answer")
                .isEqualTo(404);
        assertThat(fixture.give(agent, new Given(given.conversation(), "9"), USEFUL))
                .isEqualTo(404);
        assertThat(fixture.counted().people()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"useful\":null}",
                "{\"useful\":\"peut-être\"}",
                "{\"useful\":false,\"reason\":\"because\"}",
                "{\"useful\":true,\"reason\":\"wrong\"}",
                "[]",
                "not json"
            })
    void whatIsNoOpinionIsRefused(String body) {
        Given given = fixture.answered(agent, Map.of());
        assertThat(agent.sendRaw("POST", given.path(), body).status()).isEqualTo(400);
        assertThat(fixture.counted().people()).isZero();
    }

    private long daysLeft(String kind) {
        String key = fixture.keys(kind).iterator().next();
        return Duration.ofSeconds(fixture.iris.secondsLeft(key)).toDays();
    }
}
