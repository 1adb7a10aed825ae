package fr.isere.iris.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;

/** The packaged rules: their examples and counter-examples are the tests, the requests of the evaluation the measure. */
class ReminderRulesTests {

    private static final ReminderRules RULES = Requests.packagedRules();
    private static final RulesText TEXT = RulesFile.read(RulesFile.in(null));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    static Stream<Arguments> examples() {
        return TEXT.reminders().stream()
                .flatMap(one -> one.examples().stream().map(text -> Arguments.of(one.kind(), text)));
    }

    static Stream<Arguments> counterExamples() {
        return TEXT.reminders().stream()
                .flatMap(one -> one.counterExamples().stream().map(text -> Arguments.of(one.kind(), text)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleGetsItsReminder(String kind, String text) {
        assertThat(RULES.of(text).map(Reminder::kind)).contains(kind);
    }

    @ParameterizedTest
    @MethodSource("counterExamples")
    void noCounterExampleGetsIt(String kind, String text) {
        assertThat(RULES.of(text).map(Reminder::kind)).isNotEqualTo(Optional.of(kind));
    }

    @Test
    void theRequestsOfTheEvaluationAreToldApart() {
        List<Requests.Outcome> outcomes = Requests.read().toldBy(RULES);
        assertThat(outcomes).hasSize(300);
        assertThat(outcomes.stream().filter(one -> one.request().kind().equals(Requests.NONE)))
                .hasSize(150);
        for (Requests.Score score : List.of(
                Requests.score(outcomes, request -> true), Requests.score(outcomes, Requests.Request::isAside))) {
            assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
            assertThat(score.recall()).isGreaterThanOrEqualTo(0.90);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Résume ce mail : Dois-je trier les candidatures ? Merci.",
                "Corrige les fautes de ce texte\nFaut-il évaluer cet agent ?",
                "Que veut dire « classer les candidats » dans ce courrier ?"
            })
    void whatIsQuotedOrHandedOverIsNoRequest(String text) {
        assertThat(RULES.of(text)).isEmpty();
    }

    @Test
    void bothEndsOfALongTextAreRead() {
        String pasted = "Le dossier présente son parcours et ses missions depuis dix ans. ".repeat(1_400);
        assertThat(RULES.of("Classe ces candidats. " + pasted).map(Reminder::kind))
                .contains("people");
        assertThat(RULES.of(pasted + " Classe ces candidats.").map(Reminder::kind))
                .contains("people");
        assertThat(RULES.of(pasted)).isEmpty();
    }

    @Test
    void pathologicalTextsTakeNoTime() {
        Stream.of("«", "((((", "1 000 ", "classe ", "a-", "?!.", "12,", "1/", "\ud83d\ude00", "é\u0301", "quel ")
                .map(piece -> piece.repeat(100_000 / piece.length()))
                .forEach(text -> Assertions.assertTimeout(Duration.ofSeconds(1), () -> RULES.of(text)));
        Stream.of("(", "1+", "1 ", "-", "12/12/", "9".repeat(30) + "*", "calcule 1,")
                .map(piece -> piece.repeat(290 / piece.length()))
                .forEach(text -> Assertions.assertTimeout(Duration.ofSeconds(1), () -> RULES.of(text)));
    }

    @Test
    void onlyWhatMustBeAcknowledgedIsEnforced() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RULES.requireAcknowledged("Classe ces candidats.", List.of("decision")))
                .satisfies(problem -> assertThat(problem.properties().get("reminder"))
                        .isInstanceOfSatisfying(
                                Reminder.class,
                                reminder -> assertThat(reminder.kind()).isEqualTo("people")));
        assertThatNoException().isThrownBy(() -> {
            RULES.requireAcknowledged("Classe ces candidats.", List.of("people"));
            RULES.requireAcknowledged("Dois-je accorder cette subvention ?", null);
        });
    }

    @Test
    void figuresLeadToThePortal() {
        assertThat(RULES.of("Combien de collèges en Isère ?").map(Reminder::link))
                .contains(URI.create("https://opendata.isere.fr"));
    }

    @Test
    void textsKeepFrenchTypography() {
        assertThat(TEXT.reminders())
                .allSatisfy(one ->
                        assertThat(one.title() + one.text()).doesNotContain("'").doesNotContainPattern(" [:;?!»]|« "));
    }

    @Test
    void theOrganisationsFileTakesThePlaceOfThePackagedOne() throws IOException {
        write("Dois-je", "kind: decision", "kind: decision");
        assertThat(RulesFile.in(folder)).isInstanceOf(FileSystemResource.class);
        assertThat(RulesFile.read(RulesFile.in(folder)).reminders()).hasSameSizeAs(TEXT.reminders());
    }

    @Test
    void aMistakeInTheFileStopsTheStartAndIsNamed() throws IOException {
        write("a kind that is none", "kind: decision", "kind: decisions");
        refused("line ", "kind");
        write("a list that is none", "\"@juger .. @personne\"", "\"@jugement .. @personne\"");
        refused("@jugement");
        write("a phrase without end", "\"@juger .. @personne\"", "\"@juger ..\"");
        refused("@juger");
    }

    private void write(String what, String found, String replaced) throws IOException {
        String packaged = RulesFile.in(null).getContentAsString(StandardCharsets.UTF_8);
        assertThat(packaged).as(what).contains(found);
        Files.createDirectories(folder.resolve("charter"));
        Files.writeString(folder.resolve("charter/reminders.yaml"), packaged.replace(found, replaced));
    }

    private void refused(String... parts) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new ReminderRules(folder, new LinkSettings(URI.create("https://opendata.isere.fr"))))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("reminders.yaml")
                        .contains(parts));
    }
}
