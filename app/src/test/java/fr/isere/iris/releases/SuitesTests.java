package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.ConfigDocuments;
import fr.isere.iris.models.StoreFailed;
import fr.isere.iris.problems.StartRefused;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The suites and gates that IRIS ships, and the words for what goes wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuitesTests {

    private Path own;
    private IrisForTests iris;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        own = Files.createDirectory(folder.resolve("evaluations"));
        iris = IrisForTests.start(new ScriptedModel(), "iris.config.folder=" + folder);
    }

    @AfterAll
    void stop() {
        iris.close();
    }

    @Test
    void everyFileIsValidAndEveryCaseRefusesAnEmptyAnswer() {
        List<Suites.Ready> suites = iris.bean(Suites.class).read();
        assertThat(suites)
                .extracting(Suites.Ready::id)
                .containsExactlyInAnyOrder("biais", "consignes", "decider", "format", "injections", "resumes");
        assertThat(suites)
                .allSatisfy(suite -> assertThat(suite.items())
                        .allSatisfy(item -> assertThat(item.wrong()
                                        .apply(item.requests().stream()
                                                .map(request -> " ")
                                                .toList()))
                                .isPresent()));
        assertThat(suites)
                .allSatisfy(suite ->
                        assertThat(suite.items()).extracting(Suites.Item::id).doesNotHaveDuplicates());
    }

    @Test
    void everyGateNamesSuitesThatThereAre() {
        List<String> ids =
                iris.bean(Suites.class).read().stream().map(Suites.Ready::id).toList();
        assertThat(iris.bean(Suites.class).gates())
                .containsKeys("default", "demonstration")
                .allSatisfy((name, gate) -> {
                    if (gate.suites() != null) {
                        assertThat(ids)
                                .containsAll(
                                        Objects.requireNonNull(gate.suites()).keySet());
                    }
                });
    }

    @Test
    void aTypoInASuiteIsNamedWithItsFileAndLine() throws IOException {
        Path file = Files.writeString(own.resolve("suite-faux.yaml"), """
                id: faux
                title: Faux
                casses: [{id: un, ask: "Bonjour ?", checks: {french: true}}]
                """);

        assertThatThrownBy(() -> iris.bean(Suites.class).read())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("suite-faux.yaml:3: ")
                .hasMessageContaining("'casses'");
        Files.delete(file);
    }

    @Test
    void aTypoInAGateIsNamedWithItsFileAndLine() throws IOException {
        Path file = Files.writeString(own.resolve("gate.yaml"), """
                gates:
                  default:
                    threshold: 0.7
                    wors: 0.1
                """);

        assertThatThrownBy(() -> iris.bean(Suites.class).gates())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("gate.yaml:4: ")
                .hasMessageContaining("'wors'");
        Files.delete(file);
    }

    @Test
    void theDigestOfThePromptsIsTheSameEachTime() {
        ConfigDocuments documents = iris.bean(ConfigDocuments.class);
        assertThat(documents.promptsDigest()).matches("[0-9a-f]{64}").isEqualTo(documents.promptsDigest());
    }

    @Test
    void everythingThatCanGoWrongHasWords() {
        ResourceBundle texts = ResourceBundle.getBundle("problems", Locale.ROOT);
        Stream<String> ofStores = Stream.of(StoreFailed.Reason.values())
                .map(reason ->
                        "import-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Stream<String> others = Stream.of(
                "import-no-store",
                "import-no-file",
                "import-unreadable",
                "import-not-gguf",
                "import-digest",
                "import-disk",
                "release-cancelled",
                "release-abandoned",
                "release-broken-off",
                "release-drifted",
                "evaluation-engine",
                "evaluation-files",
                "evaluation-gate",
                "canary-faults",
                "canary-slow",
                "canary-disliked");
        assertThat(Stream.concat(ofStores, others))
                .allMatch(code -> texts.containsKey(code + ".title") && texts.containsKey(code + ".detail"));
    }
}
