package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsTests {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @TempDir
    Path folder;

    private Set<String> worthAsking = Set.of("127.0.0.1:1", EngineHttp.name(RealOllama.url()));

    @Test
    void aRealEngineGivesEachTextAVectorOfLengthOne() throws IOException {
        write("essai", "ollama", RealOllama.MODEL);
        Embeddings embeddings = open("essai", RealOllama.url());
        List<String> texts = IntStream.range(0, 33).mapToObj(i -> "Budget " + i).toList();

        List<float[]> vectors = embeddings.ofPassages(texts).orElseThrow();

        assertThat(vectors)
                .hasSize(33)
                .allSatisfy(vector -> assertThat(dot(vector, vector)).isCloseTo(1, within(1e-3)));
        float[] same = embeddings.ofQuestion(texts.get(7)).orElseThrow();
        assertThat(dot(same, vectors.get(7))).isGreaterThan(dot(same, vectors.get(29)));
    }

    @Test
    void anEngineThatIsAwayGivesNone() throws IOException {
        write("essai", "ollama", "absent");
        Embeddings embeddings = open("essai", NOWHERE);

        assertThat(embeddings.ofQuestion("Combien ?")).isEmpty();
        assertThat(embeddings.ofPassages(List.of("Un", "Deux"))).isEmpty();
    }

    @Test
    void aServerThatIsDrainedOrSilentIsNotAsked() throws IOException {
        write("essai", "ollama", RealOllama.MODEL);
        Embeddings embeddings = open("essai", RealOllama.url());

        worthAsking = Set.of();

        assertThat(embeddings.ofQuestion("Combien ?")).isEmpty();
    }

    @Test
    void thoseThatIrisShipsAreValid() {
        assertThat(open("bge-m3", NOWHERE).contextWindow()).isPositive();
    }

    @Test
    void whatOpsNamedWronglyIsSaidAtTheStart() throws IOException {
        write("essai", "ollama", "absent");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> open("autre", NOWHERE))
                .withMessageContaining("iris.models.embedding")
                .withMessageContaining("bge-m3, essai");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> open("essai", null))
                .withMessageContaining("iris.models.ollama.url");
    }

    @Test
    void aFileThatIsWrongIsSaidWithItsLine() throws IOException {
        write("essai", "fax", "absent");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> open("bge-m3", NOWHERE))
                .withMessageContaining("essai.yaml:3: engine:");
    }

    private Embeddings open(String id, @Nullable URI ollama) {
        Duration patience = Duration.ofMinutes(3);
        ModelSettings settings = new ModelSettings(
                "any",
                id,
                1,
                1,
                new ModelSettings.Ollama(ollama == null ? List.of() : List.of(ollama)),
                new ModelSettings.OpenAi(List.of(), null),
                patience,
                patience,
                patience,
                patience,
                null,
                patience);
        return CatalogueEmbeddings.open(new ConfigFiles(folder), settings, kind -> worthAsking);
    }

    private void write(String id, String engine, String engineModel) throws IOException {
        Path embeddings = Files.createDirectories(folder.resolve("embeddings"));
        Files.writeString(embeddings.resolve(id + ".yaml"), """
                id: %s
                displayName: Essai
                engine: %s
                engineModel: %s
                contextWindow: 2048
                charactersPerToken: 3
                licence: MIT
                """.formatted(id, engine, engineModel));
    }

    private static double dot(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (double) one[i] * other[i])
                .sum();
    }
}
