package fr.isere.iris.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class CharterFileTests {

    private static final ClassPathResource PACKAGED = new ClassPathResource("iris/charter/charter.yaml");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void packagedCharterHasSixRulesWithAnExampleEach() {
        CharterText charter = CharterFile.read(PACKAGED);
        assertThat(charter.rules()).extracting(CharterText.Rule::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(charter.rules()).extracting(CharterText.Rule::example).doesNotContain("");
        assertThat(charter.changes()).extracting(CharterText.Change::version).contains(charter.version());
        assertThat(charter.reminder())
                .isEqualTo("IRIS peut se tromper, même avec assurance\u00a0: vérifiez avant d’utiliser."
                        + " Vous restez responsable de ce que vous produisez.");
    }

    @Test
    void packagedCharterKeepsFrenchTypography() throws IOException {
        String text = PACKAGED.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?m)^#.*$", "");
        assertThat(text).doesNotContain("'").doesNotContainPattern(" [;!?»]|« | : ");
    }

    @Test
    void missingFieldIsToldWithItsFileAndLine() {
        refused(
                text -> text.replaceFirst("(?m)^    example: >-\\n(      .*\\n)+", ""),
                "line 14",
                "/rules/0",
                "example");
    }

    @Test
    void unknownFieldIsTold() {
        refused(text -> text + "colour: blue\n", "colour");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        refused(text -> "version: \"2025\n", "line ");
    }

    private void refused(UnaryOperator<String> change, String... parts) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> {
                    Path file = folder.resolve("charter.yaml");
                    Files.writeString(file, change.apply(PACKAGED.getContentAsString(StandardCharsets.UTF_8)));
                    CharterFile.read(new FileSystemResource(file));
                })
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("charter.yaml")
                        .contains(parts)
                        .doesNotContain("\n"));
    }
}
