package fr.isere.iris.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Two instances on one folder, over real HTTP: what people do is told, a référent reads it, and nobody else does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditApiTests {

    private static final String MARKER = "CANARI-7f3a";

    private final ScriptedModel model = new ScriptedModel();
    private Path folder;
    private IrisForTests first;
    private IrisForTests second;
    private ApiClient agent;
    private ApiClient referent;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        first = instance();
        second = instance();
        agent = first.signIn("agent").acceptsTheCharter();
        referent = second.signIn("referent");
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    @Test
    void signingInAndOutAreTold() {
        String who = told("signed-in", "roles", "AGENT");
        told("signed-in", "roles", "REFERENT");
        ApiClient again = first.signIn("agent");
        again.send("POST", "/logout", null);
        assertThat(told("signed-out")).isEqualTo(who);
    }

    @Test
    void acceptingTheCharterIsToldWithItsVersion() {
        told("charter-accepted", "version", "2025-06");
    }

    @Test
    void erasuresAreToldByTheIdsOfTheConversations() {
        String one = conversation();
        String other = conversation();
        agent.send("DELETE", "/api/conversations/" + one, null);
        agent.send("DELETE", "/api/conversations", null);
        assertThat(told("conversation-erased", "conversation", one)).hasSize(32);
        told("conversation-erased", "conversation", other);
        told("conversations-erased");
    }

    @Test
    void refusalsAreTold() throws IOException, InterruptedException {
        ApiClient.anonymous(first.url()).get("/login/oauth2/code/iris?code=x&state=y");
        assertThat(told("sign-in-failed", "reason", "authorization_request_not_found"))
                .isEqualTo("nobody");
        agent.get("/api/audit");
        told("refused", "problem", "forbidden");
        HttpRequest planted = HttpRequest.newBuilder(URI.create(first.url() + "/api/conversations"))
                .header("Cookie", agent.cookieHeader())
                .header("X-XSRF-TOKEN", "planted")
                .DELETE()
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(planted, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
        told("refused", "problem", "csrf-invalid");
    }

    @Test
    void accountWithoutARoleIsTold(@TempDir Path other) {
        try (IrisForTests strict =
                IrisForTests.start(model, "iris.audit.folder=" + other, "iris.oidc.roles.elu=another-group")) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> strict.signIn("elue"))
                    .withMessageEndingWith("403");
        }
        assertThat(linesIn(other))
                .anyMatch(line -> line.contains("\"what\":\"signed-in\",\"details\":{\"roles\":\"none\"}"))
                .anyMatch(line -> line.contains("\"what\":\"refused\",\"details\":{\"problem\":\"no-role\"}"));
    }

    @Test
    void whatIsInForceIsTold() {
        assertThat(told("policy-in-force", "idle", "PT24H")).isEqualTo("iris");
        assertThat(told("charter-in-force", "version", "2025-06")).isEqualTo("iris");
    }

    @Test
    void nothingThatSomebodyWroteOrIsNamedIsInTheFiles() {
        String id = conversation();
        EventStream stream = agent.ask(id, Map.of("text", MARKER + " au sujet de Mme Exemple"));
        model.nextAsked().says(MARKER).ends();
        stream.rest();
        agent.send("PATCH", "/api/conversations/" + id, Map.of("title", MARKER));
        agent.get("/api/" + MARKER);
        agent.get("/api/conversations/" + MARKER);
        referent.get("/api/audit?who=" + MARKER);
        agent.send("DELETE", "/api/conversations/" + id, null);
        told("conversation-erased", "conversation", id);
        assertThat(linesIn(folder))
                .isNotEmpty()
                .noneMatch(line -> line.matches(
                        ".*(" + MARKER + "|Exemple|Camille|Martin|Lambert|127\\.0\\.0\\.1|provider|http).*"));
    }

    @Test
    void whoIsNoReferentReadsNothing() {
        for (String path : List.of("/api/audit", "/api/audit/integrity")) {
            ApiClient.Reply refused = agent.get(path);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.type()).isEqualTo("application/problem+json");
            assertThat(refused.text()).contains("urn:iris:problem:forbidden");
            assertThat(ApiClient.anonymous(first.url()).get(path).status()).isEqualTo(401);
        }
        assertThat(first.signIn("exploitant").get("/api/audit").status()).isEqualTo(403);
    }

    @Test
    void newestComesFirstOfBothInstancesAndPagesLoseAndDoubleNothing() {
        told("signed-in", "roles", "REFERENT"); // at the second
        told("signed-in", "roles", "AGENT"); // at the first
        String until = "to=" + lastTime();
        List<String> whole = texts(referent.get("/api/audit?limit=200&" + until).json());
        assertThat(whole).hasSizeGreaterThan(6);
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = referent.get("/api/audit?limit=3&" + until + "&cursor=" + cursor)
                    .json();
            paged.addAll(texts(page));
            cursor = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(times(whole)).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void filtersLeaveWhatTheyName() {
        String who = told("charter-accepted");
        String erased = conversation();
        agent.send("DELETE", "/api/conversations/" + erased, null);
        told("conversation-erased", "conversation", erased);
        JsonNode found =
                referent.get("/api/audit?what=conversation-erased&who=" + who).json();
        assertThat(found.get("entries")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.get("what").asString()).isEqualTo("conversation-erased");
            assertThat(entry.get("who").asString()).isEqualTo(who);
        });
        assertThat(referent.get("/api/audit?who=nobody&what=signed-out").json().get("entries"))
                .isEmpty();
        assertThat(referent.get("/api/audit?to=2020-01-01T00:00:00Z").json().get("entries"))
                .isEmpty();
        assertThat(referent.get("/api/audit?from=2020-01-01T00:00:00Z&what=signed-in")
                        .json()
                        .get("entries"))
                .isNotEmpty();
        assertThat(referent.get("/api/audit?from=2999-01-01T00:00:00Z").json().get("entries"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=hier",
                "to=%2B1000000000-12-31T23:59:59Z",
                "to=2026-02-30T00:00:00Z",
                "from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
                "who=Camille%20Martin",
                "what=Signed_In",
                "cursor=next",
                "cursor=2026-13-01_1_0123456789abcdef_1",
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=abc"
            })
    void filterThatCannotBeReadIsRefusedInFrench(String query) {
        ApiClient.Reply refused = referent.get("/api/audit?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("urn:iris:problem:audit-filter-invalid", "Filtre illisible");
    }

    @Test
    void readingTheTrailIsToldOnceAList() {
        String who = told("signed-in", "roles", "REFERENT");
        referent.get("/api/audit");
        assertThat(told("audit-read")).isEqualTo(who);
    }

    private IrisForTests instance() {
        return IrisForTests.start(model, "iris.audit.folder=" + folder);
    }

    private String conversation() {
        return agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
    }

    /** Waits until the référent finds such an entry; who did it. */
    private String told(String what, String... detail) {
        return await().until(
                        () -> {
                            for (JsonNode entry : referent.get("/api/audit?limit=200&what=" + what)
                                    .json()
                                    .get("entries")) {
                                JsonNode details = entry.get("details");
                                if (detail.length == 0
                                        || details.path(detail[0]).asString("").equals(detail[1])) {
                                    return entry.get("who").asString();
                                }
                            }
                            return "";
                        },
                        who -> !who.isEmpty());
    }

    private String lastTime() {
        return referent.get("/api/audit?limit=1")
                .json()
                .get("entries")
                .get(0)
                .get("time")
                .asString();
    }

    private static List<String> texts(JsonNode page) {
        List<String> texts = new ArrayList<>();
        page.get("entries").forEach(entry -> texts.add(entry.toString()));
        return texts;
    }

    private static List<Instant> times(List<String> entries) {
        return entries.stream()
                .map(entry -> entry.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1"))
                .map(Instant::parse)
                .toList();
    }

    private static List<String> linesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.collect(Collectors.toList())) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
