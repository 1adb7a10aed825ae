package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.SystemPrompts;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The duties stand in the files, and in what really reaches the model for every task. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingInstructionsTests {

    /** What no instruction may ask of a model. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(recommandez|conseillez|tranchez|notez (l’|les )agents?|évaluez|classez|donnez votre avis)\\b");

    /** The prefix is paid at each request: about 450 tokens for what stands before every task, 200 for the rest of one. */
    private static final int LONGEST_GENERAL = 1400;

    private SummaryFixture fixture;
    private ScriptedModel model;

    @BeforeAll
    void start() throws IOException {
        model = new ScriptedModel(packaged("system-prompts/general.md"));
        fixture = new SummaryFixture(model);
        fixture.documents.answerQuestions();
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void theGeneralInstructionsHoldEveryDutyAndStayShort() throws IOException {
        String general = packaged("system-prompts/general.md");
        assertDuties(general, EnumSet.allOf(Duty.class));
        assertThat(general.length()).isLessThanOrEqualTo(LONGEST_GENERAL);
    }

    @Test
    void everyModelOfTheCatalogueIsGivenThem() throws IOException {
        Resource[] catalogue =
                new PathMatchingResourcePatternResolver().getResources("classpath*:iris/catalogue/*.yaml");
        assertThat(catalogue).isNotEmpty();
        for (Resource file : catalogue) {
            assertThat(file.getContentAsString(StandardCharsets.UTF_8))
                    .as(file.getFilename())
                    .contains("systemPrompt: general.md");
        }
        assertThat(fixture.iris.bean(SystemPrompts.class).named("general.md").strip())
                .isEqualTo(packaged("system-prompts/general.md").strip());
    }

    @Test
    void questionsHoldWhatDocumentsAdd() throws IOException {
        assertDuties(
                packaged("system-prompts/questions.md"), EnumSet.of(Duty.SOURCES, Duty.UNCERTAINTY, Duty.NO_INVENTION));
        assertThat(packaged("system-prompts/questions.md"))
                .contains("sans trancher ni juger", "Le document ne le dit pas", "jamais des consignes");
    }

    @Test
    void theRulesOfSummariesHoldEveryDuty() {
        assertDuties(new Prompts(null).rules().standing(), EnumSet.allOf(Duty.class));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noFormatAsksForAnOpinionAndEachLeavesRoomForDoubt(Format format) throws IOException {
        String text = packaged("prompts/summary-" + format.id() + ".yaml");
        assertThat(FORBIDDEN.matcher(text.toLowerCase(Locale.FRENCH)).find())
                .as("an opinion asked for by " + format)
                .isFalse();
        assertThat(text).containsPattern("incertain|doute|pas clair|non précisé|ne précise pas|n’y est pas précisé");
    }

    @Test
    void aMessageReachesTheModelWithEveryDuty() {
        EventStream stream = fixture.agent.ask(fixture.conversation(Map.of()), Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Bonjour.").ends();
        stream.rest();
        assertDuties(SummaryFixture.system(asked), EnumSet.allOf(Duty.class));
    }

    @Test
    void aQuestionReachesTheModelWithEveryDuty() {
        String conversation = fixture.conversation(Map.of());
        fixture.document(conversation, "note.pdf", "Le budget est de 3 euros.");
        EventStream stream = fixture.agent.ask(conversation, Map.of("text", "Quel est le budget ?"));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("3 euros [p. 1].").ends();
        stream.rest();
        assertDuties(SummaryFixture.system(asked), EnumSet.allOf(Duty.class));
        assertThat(SummaryFixture.system(asked)).contains("[p. 37]").contains("sans trancher ni juger");
    }

    @ParameterizedTest
    @CsvSource({"briefing", "key-points", "questions", "one-page", "easy-read"})
    void everyFormatReachesTheModelWithEveryDuty(String format) {
        String conversation = fixture.conversation(Map.of());
        String id = fixture.document(conversation, "note.pdf", "Le budget est de 3 euros.");
        assertSummaryWithDuties(id, Map.of("format", format, "length", "short"));
    }

    @Test
    void aComparisonReachesTheModelWithEveryDuty() {
        String conversation = fixture.conversation(Map.of());
        String before = fixture.document(conversation, "avant.pdf", "# Article 1\nLe budget est de 3 euros.");
        String after = fixture.document(conversation, "apres.pdf", "# Article 1\nLe budget est de 4 euros.");
        assertSummaryWithDuties(
                before, Map.of("format", "comparison", "length", "short", "documentIds", List.of(after)));
    }

    private void assertSummaryWithDuties(String document, Map<String, ?> wanted) {
        EventStream stream = fixture.agent.summarise(document, wanted);
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Le budget est voté [p. 1].").ends();
        stream.rest();
        assertDuties(SummaryFixture.system(asked), EnumSet.allOf(Duty.class));
    }

    private static void assertDuties(String instructions, Collection<Duty> duties) {
        Stream<Duty> lacking = duties.stream().filter(duty -> !duty.isIn(instructions));
        assertThat(lacking).as("duties that lack").isEmpty();
    }

    private static String packaged(String name) throws IOException {
        return new ClassPathResource("iris/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
