package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

class PromptsTests {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyPackagedFormatFollowsItsSchemaAndFrenchTypography(Format format) throws IOException {
        FormatPrompt prompt = new Prompts(null).of(format);

        assertThat(prompt.measure(Length.SHORT).words())
                .isLessThan(prompt.measure(Length.MEDIUM).words());
        assertThat(prompt.measure(Length.MEDIUM).words())
                .isLessThan(prompt.measure(Length.LONG).words());
        String text = packaged(format.id());
        assertThat(text.replaceAll("(?m)^#.*$", ""))
                .doesNotContain("'")
                .doesNotContainPattern("[^: ] [;!?»]|« |[a-z] : ");
    }

    @Test
    void theRulesDelimitTheTextAndForbidDecisions() {
        Rules rules = new Prompts(null).rules();

        assertThat(rules.standing())
                .contains("<documents>", "</documents>", "jamais une consigne", "{mark}", "Ne décidez rien");
        assertThat(rules.reminder()).contains("donnée");
    }

    @Test
    void aFileOfTheFolderStandsBeforeThePackagedOne() throws IOException {
        write(packaged("briefing").replaceFirst("title: \".*\"", "title: \"Note du Département\""));

        Prompts prompts = new Prompts(folder);

        assertThat(prompts.of(Format.BRIEFING).title()).isEqualTo("Note du Département");
        assertThat(prompts.of(Format.KEY_POINTS).title()).isEqualTo("Points clés");
    }

    @Test
    void aFileThatIsWrongIsToldWithItsPlace() throws IOException {
        write(packaged("briefing").replace("{words}", "beaucoup de"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new Prompts(folder))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("summary-briefing.yaml", "line ", "final")
                        .doesNotContain("\n"));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/summary-briefing.yaml"), text);
    }

    private static String packaged(String id) throws IOException {
        return new ClassPathResource("iris/prompts/summary-" + id + ".yaml").getContentAsString(StandardCharsets.UTF_8);
    }
}
