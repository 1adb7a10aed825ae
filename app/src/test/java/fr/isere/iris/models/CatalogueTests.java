package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTests {

    private static final String GOOD = """
            id: essai
            displayName: Essai
            engine: ollama
            engineModel: essai:1b
            parameters: {total: 1, active: 0.5}
            quantisation: Q8_0
            contextWindow: 4096
            maxAnswerTokens: 512
            charactersPerToken: 3
            licence: MIT
            languages: [fr]
            sampling: {temperature: 0, topP: 1, seed: 7}
            systemPrompt: general.md
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("catalogue"));
        Files.createDirectories(folder.resolve("system-prompts"));
    }

    @Test
    void everyShippedFileIsValid() {
        Catalogue shipped = Catalogue.read(new ConfigFiles(null));

        assertThat(shipped.models())
                .extracting(ModelDescription::id)
                .contains(
                        "smollm2-135m",
                        "mistral-nemo-12b",
                        "mistral-small-3.2-24b",
                        "llama-3.1-8b",
                        "mistral-small-3.2-24b-openai");
        assertThat(shipped.models()).allSatisfy(model -> {
            assertThat(model.languages()).contains("fr");
            assertThat(model.systemPrompt()).startsWith("Vous êtes IRIS").doesNotEndWith("\n");
        });
    }

    /** Ops choose by them whether a model fits, and believe what they read. */
    @Test
    void everyShippedFileSaysItsSizeItsMemoryAndWhatWasChecked() {
        assertThat(new ConfigFiles(Path.of("..", "model-config")).list("catalogue", ".yaml"))
                .filteredOn(file -> file.place().contains("model-config"))
                .hasSizeGreaterThan(8)
                .allSatisfy(file -> {
                    assertThat(file.text())
                            .as(file.name())
                            .containsPattern("(?m)^# .*\\bChecked (against|as|on) ")
                            .contains("Not checked: ");
                    assertThat(bytes(file.text(), "memoryBytes: (\\d+) # (?:estimated|measured)"))
                            .as(file.name())
                            .isGreaterThan(bytes(file.text(), "sizeBytes: (\\d+) # .*\\w"));
                });
    }

    private static long bytes(String text, String pattern) {
        Matcher found = Pattern.compile("(?m)^" + pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void aFileOfTheFolderStandsBeforeTheShippedOneOfTheSameName() throws IOException {
        write("catalogue/smollm2-135m.yaml", GOOD.replace("id: essai", "id: smollm2-135m"));
        write("system-prompts/general.md", "Soyez bref.\n");

        Catalogue catalogue = read();

        ModelDescription own = catalogue.find("smollm2-135m").orElseThrow();
        assertThat(own.displayName()).isEqualTo("Essai");
        assertThat(own.sampling().seed()).isEqualTo(7);
        assertThat(own.notice()).isNull();
        assertThat(own.systemPrompt()).isEqualTo("Soyez bref.");
        assertThat(catalogue.find("mistral-nemo-12b")).isPresent();
    }

    @Test
    void anErrorSaysFileLineAndReason() throws IOException {
        write("catalogue/faux.yaml", GOOD.replace("contextWindow: 4096", "contextWindow: beaucoup"));

        assertThatThrownBy(this::read)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("faux.yaml:7: contextWindow: string found, integer expected");
    }

    @Test
    void allErrorsOfAllFilesAreToldAtOnceOneLineEach() throws IOException {
        write("catalogue/a.yaml", GOOD.replace("id: essai", "id: A").replace("engine: ollama", "engine: olama"));
        write("catalogue/b.yaml", GOOD.replace("licence: MIT\n", ""));

        assertThatThrownBy(this::read)
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).lines())
                        .hasSize(4)
                        .anyMatch(line -> line.contains("a.yaml:1: id: "))
                        .anyMatch(line -> line.contains("a.yaml:3: engine: "))
                        .anyMatch(line -> line.contains("b.yaml:") && line.contains("'licence'")));
    }

    @Test
    void anUnknownKeyIsRefusedAtItsLine() throws IOException {
        write("catalogue/faux.yaml", GOOD.replace("licence: MIT", "licence: MIT\ntemperature: 1"));

        assertThatThrownBy(this::read).hasMessageContaining("faux.yaml:11: ").hasMessageContaining("'temperature'");
    }

    @Test
    void textThatIsNotYamlIsRefusedAtItsLine() throws IOException {
        write("catalogue/faux.yaml", "id: essai\nlanguages: [fr\nlicence: MIT\n");

        assertThatThrownBy(this::read)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .containsPattern("faux\\.yaml:[23]: not YAML: ")
                        .hasLineCount(2));
    }

    @Test
    void twoFilesWithOneIdAreRefused() throws IOException {
        write("catalogue/a.yaml", GOOD);
        write("catalogue/b.yaml", "# le même\n" + GOOD);

        assertThatThrownBy(this::read).hasMessageContaining("b.yaml:2: id: another file has the id 'essai' already");
    }

    @Test
    void aSystemPromptThatIsNowhereIsRefused() throws IOException {
        write("catalogue/a.yaml", GOOD.replace("general.md", "absent.md"));

        assertThatThrownBy(this::read)
                .hasMessageContaining("a.yaml:13: systemPrompt: system-prompts/ has no file 'absent.md'");
    }

    @Test
    void anAnswerAsLongAsTheWindowIsRefused() throws IOException {
        write("catalogue/a.yaml", GOOD.replace("maxAnswerTokens: 512", "maxAnswerTokens: 4096"));

        assertThatThrownBy(this::read).hasMessageContaining("a.yaml:8: maxAnswerTokens: ");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        write("catalogue/vide.yaml", "");

        assertThatThrownBy(this::read).hasMessageContaining("vide.yaml:1: ");
    }

    private Catalogue read() {
        return Catalogue.read(new ConfigFiles(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
