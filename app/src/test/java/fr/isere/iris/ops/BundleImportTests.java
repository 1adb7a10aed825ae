package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.OllamaForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model leaves the Ollama of one machine as a bundle, and arrives at that of an IRIS without a network. */
class BundleImportTests {

    private static final String RELEASES = "/api/ops/releases";
    private static final String LICENCE = "Apache License\nVersion 2.0, « telle quelle »\n";
    private static final String SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path imports;

    private final OllamaForTests outside = OllamaForTests.startEmpty();
    private final OllamaForTests inside = OllamaForTests.startEmpty();
    private final RedisForTests redis = RedisForTests.start();

    @AfterEach
    void stop() {
        outside.close();
        inside.close();
        redis.close();
    }

    @Test
    void aBundleArrivesWithTheSameWeightsTemplateParametersAndLicences() throws Exception {
        JsonNode before = modelOutside();
        Script.Result made = Script.at("ops/bundle")
                .with("OLLAMA_MODELS", outside.models())
                .run("smol:r1", imports.resolve("smol.tar").toString());
        assertThat(made.code()).as(made.errors()).isZero();
        assertThat(imports.resolve("smol.tar.sha256")).content().matches("[0-9a-f]{64}  smol.tar\n");

        try (IrisForTests iris = IrisForTests.startOn(
                new ScriptedModel(),
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.ollama.url=" + inside.url(),
                        "iris.models.import-folder=" + imports))) {
            ApiClient exploitant = iris.signIn("exploitant");
            assertThat(exploitant.get(RELEASES).json().at("/files").toString()).isEqualTo("[\"smol.tar\"]");
            String id = step(exploitant, "", Map.of("model", "smollm2-135m"))
                    .json()
                    .at("/id")
                    .asString();
            assertThat(step(exploitant, "/" + id + "/import", Map.of("from", "file", "file", "smol.tar"))
                            .status())
                    .isEqualTo(202);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !state(exploitant, id).equals("importing"));
            assertThat(state(exploitant, id)).isEqualTo("imported");

            JsonNode after = shown(inside, "iris/smollm2-135m:" + id);
            for (String part : List.of("template", "parameters", "license", "system")) {
                // Ollama tells parameters in any order.
                assertThat(after.path(part).asString().lines())
                        .as(part)
                        .containsExactlyInAnyOrderElementsOf(
                                before.path(part).asString().lines().toList());
            }
            assertThat(after.path("license").asString()).isEqualTo(LICENCE);
            assertThat(after.path("parameters").asString()).contains("<|im_end|>");
            assertThat(after.path("modelfile").asString()).contains("blobs/sha256-" + SHA256);
        }
    }

    @Test
    void whatCannotBeMadeIsSaidInFrench() throws Exception {
        Script bundle = Script.at("ops/bundle").with("OLLAMA_MODELS", outside.models());
        Path there = Files.createFile(imports.resolve("there.tar"));

        assertThat(bundle.run("smol:r1", there.toString()).errors()).contains("existe déjà");
        assertThat(bundle.run("smol:r1", imports + "/a.zip").errors()).contains("doit finir par .tar");
        Script.Result missing = bundle.run("hf.co/organisation/modele:Q4", imports + "/a.tar");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.errors()).contains("ollama pull hf.co/organisation/modele:Q4");
        modelOutside();
        Path licence;
        try (Stream<Path> blobs = Files.list(outside.models().resolve("blobs"))) {
            licence =
                    blobs.filter(blob -> read(blob).equals(LICENCE)).findFirst().orElseThrow();
        }
        Files.writeString(licence, "autre chose");
        assertThat(bundle.run("smol:r1", imports + "/a.tar").errors()).contains("abîmé");
        Files.delete(licence);
        assertThat(bundle.run("smol:r1", imports + "/a.tar").errors()).contains("manque");
        assertThat(imports.resolve("a.tar")).doesNotExist();
    }

    private static String read(Path file) {
        try {
            return Files.size(file) > 1000 ? "" : Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the Ollama outside says of the model that it has now. */
    private JsonNode modelOutside() throws Exception {
        Path gguf = OllamaForTests.gguf();
        send(outside, "api/blobs/sha256:" + SHA256, HttpRequest.BodyPublishers.ofFile(gguf));
        Map<String, Object> model = Map.of(
                "model",
                "smol:r1",
                "files",
                Map.of("smol.gguf", "sha256:" + SHA256),
                "template",
                "{{ .System }} | {{ .Prompt }}",
                "system",
                "Tu réponds en français.",
                "parameters",
                Map.of("stop", List.of("<|im_start|>", "<|im_end|>"), "temperature", 0.4),
                "license",
                LICENCE,
                "stream",
                false);
        send(outside, "api/create", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(model)));
        return shown(outside, "smol:r1");
    }

    private static JsonNode shown(OllamaForTests ollama, String name) throws Exception {
        return JSON.readTree(send(
                ollama,
                "api/show",
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("model", name)))));
    }

    private static String send(OllamaForTests ollama, String path, HttpRequest.BodyPublisher body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ollama.url() + "/" + path))
                                .POST(body)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }

    private static ApiClient.Reply step(ApiClient exploitant, String path, Map<String, ?> body) {
        Map<String, Object> sent = new HashMap<>(body);
        sent.put("revision", exploitant.get(RELEASES).json().at("/revision").asLong());
        return exploitant.send("POST", RELEASES + path, sent);
    }

    private static String state(ApiClient exploitant, String id) {
        return exploitant
                .get(RELEASES)
                .json()
                .at("/releases")
                .valueStream()
                .filter(release -> release.at("/id").asString().equals(id))
                .map(release -> release.at("/state").asString())
                .findFirst()
                .orElse("");
    }
}
