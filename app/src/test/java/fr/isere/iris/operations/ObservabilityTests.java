package fr.isere.iris.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.AnswerMeasured;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Usage;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Alerts and dashboard are held to the metrics that a running IRIS really exports, and each alert to its runbook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservabilityTests {

    private static final Path OPS = Path.of("..", "ops", "grafana");

    /** What Prometheus adds to each metric, and what other exporters tell. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job", "le");

    private static final Set<String> OF_OTHERS = Set.of("up", "DCGM_FI_DEV_POWER_USAGE");

    private static final String PERSON = "0123456789abcdef0123456789abcdef";

    private RedisForTests redis;
    private IrisForTests iris;
    private String page;

    @BeforeAll
    void start() {
        redis = RedisForTests.start();
        iris = IrisForTests.start(new ScriptedModel(), redis);
        iris.signIn("exploitant").send("POST", "/api/ops/purge/checks", null);
        Arrays.stream(AnswerMeasured.Outcome.values()).forEach(this::measured);
        page = ApiClient.anonymous(iris.managementUrl())
                .get("/actuator/prometheus")
                .text();
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    private void measured(AnswerMeasured.Outcome outcome) {
        AnswerMeasured answer = new AnswerMeasured(
                "scripted",
                "Modèle de test",
                "engine-1:11434",
                new Sender(PERSON, "a-conversation", Sender.Urgency.CONVERSATION),
                Duration.ofMillis(1500),
                Duration.ofMillis(400),
                Duration.ofMillis(2400),
                new Usage(100, 41),
                outcome);
        iris.bean(ApplicationEventMulticaster.class).multicastEvent(new PayloadApplicationEvent<>(this, answer));
    }

    @Test
    void anAnswerIsMeasured() {
        assertThat(lines("iris_answers_total"))
                .anyMatch(line -> line.contains("outcome=\"stopped\"")
                        && line.contains("model=\"scripted\"")
                        && line.contains("backend=\"engine-1:11434\"")
                        && line.contains("urgency=\"conversation\"")
                        && line.endsWith(" 1.0"));
        assertThat(lines("iris_answer_queue_seconds_sum"))
                .singleElement()
                .asString()
                .endsWith(" 13.5");
        assertThat(lines("iris_answer_first_token_seconds_count"))
                .singleElement()
                .asString()
                .endsWith(" 9");
        // 40 tokens after the first in 2 s
        assertThat(lines("iris_answer_speed_sum")).singleElement().asString().endsWith(" 180.0");
        assertThat(lines("iris_answer_tokens_total"))
                .anyMatch(line -> line.contains("kind=\"prompt\"") && line.endsWith(" 900.0"))
                .anyMatch(line -> line.contains("kind=\"answer\"") && line.endsWith(" 369.0"));
        assertThat(lines("iris_answers_active")).singleElement().asString().endsWith(" 0.0");
    }

    @Test
    void anEngineThatIsAwayAndItsSlotsAreMeasured() {
        assertThat(lines("iris_backend_up"))
                .singleElement()
                .asString()
                .contains("backend=\"127.0.0.1:9\"", "kind=\"ollama\"")
                .endsWith(" 0.0");
        assertThat(lines("iris_backend_slots")).singleElement().asString().doesNotEndWith(" 0.0");
        assertThat(lines("iris_backend_slots_taken")).singleElement().asString().endsWith(" 0.0");
        assertThat(lines("iris_queue_waiting")).singleElement().asString().endsWith(" 0.0");
    }

    @Test
    void theCacheOfAnswerKeysIsMeasured() {
        assertThat(lines("cache_gets_total"))
                .anyMatch(line -> line.contains("cache=\"iris.answer.keys\"") && line.contains("result=\"hit\""))
                .anyMatch(line -> line.contains("cache=\"iris.answer.keys\"") && line.contains("result=\"miss\""));
    }

    @Test
    void noPersonIsInAMetric() {
        assertThat(page).doesNotContain(PERSON).doesNotContain("person=");
    }

    @Test
    void everyMetricAndLabelThatAnAlertLooksAtIsExported() throws IOException {
        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(alert -> isExported(alert.get("expr").asString()));
    }

    @Test
    void everyMetricAndLabelOfTheDashboardIsExported() throws IOException {
        List<JsonNode> panels = panels();
        assertThat(panels).hasSizeGreaterThan(15).allSatisfy(panel -> {
            assertThat(panel.get("description").asString()).isNotBlank();
            assertThat(panel.get("targets")).isNotEmpty();
            panel.get("targets").forEach(target -> isExported(target.get("expr").asString()));
        });
    }

    @Test
    void everyValueOfALabelThatIsChosenByExists() throws IOException {
        Set<String> outcomes = names(AnswerMeasured.Outcome.values());
        Set<String> urgencies = names(Sender.Urgency.values());
        assertThat(expressions())
                .allSatisfy(expression -> PromQl.asked(expression).stream()
                        .filter(asked -> asked.name().startsWith("iris_answer"))
                        .forEach(asked -> {
                            assertThat(asked.labels().getOrDefault("outcome", List.of()))
                                    .isSubsetOf(outcomes);
                            assertThat(asked.labels().getOrDefault("urgency", List.of()))
                                    .isSubsetOf(urgencies);
                        }));
    }

    @Test
    void everyAlertHasItsRunbookAndEveryRunbookItsAlert() throws IOException {
        List<String> named = new ArrayList<>();
        for (JsonNode alert : alerts()) {
            String name = alert.get("alert").asString();
            Path runbook = Path.of("..", alert.at("/annotations/runbook").asString());
            assertThat(runbook).hasFileName(name + ".md").exists();
            assertThat(Files.readString(runbook))
                    .startsWith("# " + name + "\u00a0: ")
                    .contains("**Ce que voient les agents.**", "## Vérifier", "## Agir", "## Après");
            assertThat(alert.at("/labels/severity").asString()).isIn("warning", "critical");
            assertThat(alert.at("/annotations/summary").asString()).startsWith("IRIS : ");
            assertThat(alert.at("/annotations/description").asString()).isNotBlank();
            named.add(name + ".md");
        }
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", "runbooks"))) {
            assertThat(pages.map(it -> it.getFileName().toString()).filter(it -> !it.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private void isExported(String expression) {
        Map<String, Set<String>> exported = PromQl.exported(page);
        List<PromQl.Asked> asked = PromQl.asked(expression);
        assertThat(asked).as(expression).isNotEmpty();
        for (PromQl.Asked metric : asked) {
            if (!OF_OTHERS.contains(metric.name())) {
                assertThat(exported).as(expression).containsKey(metric.name());
                Set<String> labels = new TreeSet<>(exported.get(metric.name()));
                labels.addAll(OF_PROMETHEUS);
                assertThat(labels).as(expression).containsAll(metric.labels().keySet());
                assertThat(labels).as(expression).containsAll(PromQl.groupings(expression));
            }
        }
    }

    private List<String> lines(String metric) {
        return page.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .toList();
    }

    private static List<String> expressions() throws IOException {
        List<String> all = new ArrayList<>();
        alerts().forEach(alert -> all.add(alert.get("expr").asString()));
        panels().forEach(panel -> panel.get("targets")
                .forEach(target -> all.add(target.get("expr").asString())));
        return all;
    }

    private static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        JsonNode file = new YAMLMapper().readTree(Files.readString(OPS.resolve("alerts.yaml")));
        file.get("groups").forEach(group -> group.get("rules").forEach(alerts::add));
        return alerts;
    }

    /** Without the rows. */
    private static List<JsonNode> panels() throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        JsonMapper.shared()
                .readTree(Files.readString(OPS.resolve("dashboard.json")))
                .get("panels")
                .forEach(panel -> {
                    if (panel.has("targets")) {
                        panels.add(panel);
                    }
                });
        return panels;
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
