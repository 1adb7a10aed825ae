package fr.isere.iris.releases;

import static fr.isere.iris.releases.Sample.NOW;
import static fr.isere.iris.releases.Sample.book;
import static fr.isere.iris.releases.Sample.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.Deployed.Share;
import fr.isere.iris.releases.Release.Binding;
import fr.isere.iris.releases.Release.Trouble;
import fr.isere.iris.releases.Release.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of a release, and what each refuses. */
class BookTests {

    private static final Binding BOUND = new Binding("p", "sha", 7L, "whole");
    private static final Trouble TROUBLE = new Trouble("import-corrupt", List.of("a:1"), NOW);

    @Test
    void aReleaseGoesAllTheWayAndTheOneThatAnsweredIsThePrevious() {
        Book book = book(release("a", State.ACTIVE), release("b", State.PROPOSED));
        book = book.begin("b", Step.IMPORT, "w1", NOW);
        assertThat(book.get("b").state()).isEqualTo(State.IMPORTING);
        book = book.imported("b", "w1", Sample.model("b"), BOUND, NOW);
        assertThat(book.get("b").binding()).isEqualTo(BOUND);
        book = book.begin("b", Step.EVALUATE, "w2", NOW).evaluated("b", "w2", new Verdict(true, NOW), BOUND, NOW);
        book = book.ready("b", NOW).canary("b", 10, NOW);
        assertThat(book.canary()).isEqualTo(new Book.Canary("b", 10, NOW));
        assertThat(book.active()).isEqualTo("a");
        book = book.activated("b", NOW);
        assertThat(book.active()).isEqualTo("b");
        assertThat(book.previous()).isEqualTo("a");
        assertThat(book.canary()).isNull();
        assertThat(book.get("a").state()).isEqualTo(State.READY);
    }

    @Test
    void rollingBackTwiceIsBackWhereItWas() {
        Book book = book(release("a", State.ACTIVE), release("b", State.READY)).activated("b", NOW);
        Book back = book.rolledBack(NOW);
        assertThat(back.active()).isEqualTo("a");
        assertThat(back.previous()).isEqualTo("b");
        assertThat(back.rolledBack(NOW).active()).isEqualTo("b");
    }

    @Test
    void whatDidNotPassWhileItAnsweredIsNotReadyWhenAnotherAnswers() {
        Book book = book(release("a", State.ACTIVE), release("b", State.READY))
                .begin("a", Step.EVALUATE, "w", NOW)
                .evaluated("a", "w", new Verdict(false, NOW), BOUND, NOW)
                .activated("b", NOW);

        assertThat(book.get("a").state()).isEqualTo(State.EVALUATED);
        assertThat(book.get("a").steps()).doesNotContain(Step.READY, Step.CANARY, Step.ACTIVATE);
        Book back = book.rolledBack(NOW);
        assertThat(back.active()).isEqualTo("a");
        assertThat(back.rolledBack(NOW).get("a").state()).isEqualTo(State.EVALUATED);
    }

    @Test
    void theWayBackIsBroughtAgainOnlyToEnginesThatCanBeGivenIt() {
        Book ollama = book(release("a", State.ACTIVE), release("b", State.READY))
                .activated("b", NOW)
                .cancelled("a", NOW);
        assertThat(ollama.begin("a", Step.IMPORT, "w", NOW).get("a").state()).isEqualTo(State.EVALUATED);

        Release elsewhere = release("a", State.ACTIVE).bound(Sample.model("a", "openai"), BOUND);
        Book served =
                book(elsewhere, release("b", State.READY)).activated("b", NOW).cancelled("a", NOW);
        assertThat(served.begin("a", Step.IMPORT, "w", NOW).get("a").state()).isEqualTo(State.IMPORTING);
    }

    @Test
    void whateverIsBeingDoneCanBeBrokenOff() {
        Book book = book(release("a", State.ACTIVE), release("b", State.READY))
                .activated("b", NOW)
                .cancelled("a", NOW)
                .begin("a", Step.IMPORT, "w", NOW);

        assertThat(book.get("a").steps()).containsExactly(Step.CANCEL);
        Book after = book.cancelled("a", NOW);
        assertThat(after.get("a").state()).isEqualTo(State.EVALUATED);
        assertThat(after.get("a").work()).isNull();
    }

    @Test
    void withoutAPreviousThereIsNoWayBack() {
        assertThatThrownBy(() -> book(release("a", State.ACTIVE)).rolledBack(NOW))
                .hasMessage("release-no-previous");
        Book retired = book(release("a", State.ACTIVE), release("b", State.READY))
                .activated("b", NOW)
                .retired("a", NOW);
        assertThat(retired.previous()).isNull();
        assertThatThrownBy(() -> retired.rolledBack(NOW)).hasMessage("release-no-previous");
    }

    @Test
    void onlyAReportThatPassedTheGateMakesReady() {
        Book book = book(release("b", State.IMPORTED))
                .begin("b", Step.EVALUATE, "w", NOW)
                .evaluated("b", "w", new Verdict(false, NOW), BOUND, NOW);
        assertThatThrownBy(() -> book.ready("b", NOW)).hasMessage("release-gate");
        assertThat(book.get("b").steps()).doesNotContain(Step.READY).contains(Step.EVALUATE, Step.IMPORT);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStepThatIsNotOfferedIsRefusedAndLeavesTheBookAlone(State state) {
        Book book = book(release("x", state));
        List<Step> offered = book.get("x").steps();
        Stream.of(Step.values())
                .filter(step -> !offered.contains(step))
                .forEach(step -> assertThatThrownBy(() -> take(book, step)).hasMessageStartingWith("release-"));
        offered.forEach(step -> assertThat(take(book, step)).isNotEqualTo(book));
    }

    private static Book take(Book book, Step step) {
        return switch (step) {
            case IMPORT, EVALUATE -> book.begin("x", step, "w", NOW);
            case CANCEL -> book.cancelled("x", NOW);
            case READY -> book.ready("x", NOW);
            case CANARY -> book.canary("x", 5, NOW);
            case ACTIVATE -> book.activated("x", NOW);
            case RETIRE -> book.retired("x", NOW);
        };
    }

    @Test
    void whatFailsStepsBackAndTheOneThatAnswersIsNotTouched() {
        Book before = book(release("a", State.ACTIVE), release("b", State.PROPOSED));
        Book after = before.begin("b", Step.IMPORT, "w", NOW).failed("b", "w", TROUBLE);
        assertThat(after.get("b").state()).isEqualTo(State.PROPOSED);
        assertThat(after.get("b").trouble()).isEqualTo(TROUBLE);
        assertThat(after.get("a")).isEqualTo(before.get("a"));
        assertThat(after.active()).isEqualTo("a");
    }

    @Test
    void aWorkThatWasBrokenOffChangesNothingWhenItEndsAllTheSame() {
        Book cancelled = book(release("b", State.PROPOSED))
                .begin("b", Step.IMPORT, "w", NOW)
                .cancelled("b", NOW);
        assertThat(cancelled.get("b").state()).isEqualTo(State.PROPOSED);
        assertThat(cancelled.imported("b", "w", Sample.model("b"), BOUND, NOW)).isEqualTo(cancelled);
        assertThat(cancelled.failed("b", "w", TROUBLE)).isEqualTo(cancelled);
        Book again = cancelled.begin("b", Step.IMPORT, "w2", NOW);
        assertThat(again.imported("b", "w", Sample.model("b"), BOUND, NOW)).isEqualTo(again);
    }

    @Test
    void theOneThatAnswersIsEvaluatedWhereItStands() {
        Book book = book(release("a", State.ACTIVE)).begin("a", Step.EVALUATE, "w", NOW);
        assertThat(book.get("a").state()).isEqualTo(State.ACTIVE);
        Book failed = book.failed("a", "w", TROUBLE);
        assertThat(failed.get("a").state()).isEqualTo(State.ACTIVE);
        assertThat(book.evaluated("a", "w", new Verdict(false, NOW), BOUND, NOW).active())
                .isEqualTo("a");
    }

    @Test
    void anEvaluationOfTheOneThatAnswersIsBrokenOff() {
        Book book = book(release("a", State.ACTIVE));
        assertThat(book.get("a").steps()).doesNotContain(Step.CANCEL);

        Book after = book.begin("a", Step.EVALUATE, "w", NOW).cancelled("a", NOW);

        assertThat(after.get("a").state()).isEqualTo(State.ACTIVE);
        assertThat(after.get("a").work()).isNull();
        assertThat(after.evaluated("a", "w", new Verdict(false, NOW), BOUND, NOW))
                .isEqualTo(after);
    }

    @Test
    void whateverIsDoneWithThePreviousThereIsAWayBack() {
        Book book = book(release("a", State.ACTIVE), release("b", State.READY)).activated("b", NOW);
        Book begun = book.begin("a", Step.EVALUATE, "w", NOW);
        Book stepped = book.cancelled("a", NOW);
        Book again = stepped.begin("a", Step.IMPORT, "w", NOW);

        assertThat(begun.failed("a", "w", TROUBLE).get("a").state()).isEqualTo(State.READY);
        assertThat(begun.evaluated("a", "w", new Verdict(true, NOW), BOUND, NOW)
                        .get("a")
                        .state())
                .isEqualTo(State.READY);
        assertThat(begun.evaluated("a", "w", new Verdict(false, NOW), BOUND, NOW)
                        .get("a")
                        .state())
                .as("it must pass before it may go forward")
                .isEqualTo(State.EVALUATED);
        assertThat(again.get("a").evaluation()).as("brought again as it was").isNotNull();
        Stream.of(
                        begun,
                        begun.failed("a", "w", TROUBLE),
                        begun.cancelled("a", NOW),
                        begun.evaluated("a", "w", new Verdict(false, NOW), BOUND, NOW),
                        stepped,
                        stepped.begin("a", Step.EVALUATE, "w", NOW),
                        again,
                        again.failed("a", "w", TROUBLE),
                        book.canary("a", 5, NOW))
                .forEach(one -> assertThat(one.rolledBack(NOW).active()).isEqualTo("a"));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"READY", "CANARY", "ACTIVE"})
    void whatIsFitIsBroughtAgainWhereItStands(State state) {
        Book book = book(release("a", state)).drifted("a", NOW).begin("a", Step.IMPORT, "w", NOW);

        for (Book after : List.of(
                book,
                book.failed("a", "w", TROUBLE),
                book.cancelled("a", NOW),
                book.broughtAgain("a", "w", "iris/a:a", BOUND))) {
            assertThat(after.get("a").state()).isEqualTo(state);
            assertThat(after.get("a").hasPassed()).isTrue();
        }
        assertThat(book.failed("a", "w", TROUBLE).get("a").drift()).isNotNull();
        Release after = book.broughtAgain("a", "w", "iris/a:a", BOUND).get("a");
        assertThat(after.drift()).isNull();
        assertThat(after.model().engineModel()).isEqualTo("iris/a:a");
    }

    @Test
    void aWithdrawnCanaryMustBeFoundFitAnew() {
        Book book = book(release("a", State.ACTIVE), release("b", State.READY))
                .canary("b", 20, NOW)
                .withdrawn("b", TROUBLE);
        assertThat(book.canary()).isNull();
        assertThat(book.get("b").state()).isEqualTo(State.EVALUATED);
        assertThat(book.get("b").trouble()).isEqualTo(TROUBLE);
        assertThat(book.withdrawn("b", TROUBLE)).isEqualTo(book);
    }

    @Test
    void theShareOfACanaryChangesForConversationsToComeWhileItIsMeasuredOn() {
        Instant later = NOW.plusSeconds(60);
        Book book = book(release("b", State.READY)).canary("b", 5, NOW);

        Book after = book.canary("b", 50, later).canary("b", 50, later.plusSeconds(60));

        assertThat(after.canary())
                .isEqualTo(new Book.Canary("b", 50, NOW, List.of(new Share(5, NOW), new Share(50, later))));
        assertThat(after.get("b").state()).isEqualTo(State.CANARY);
    }

    @Test
    void oneCanaryAtATimeAndAShareThatIsOne() {
        Book book = book(release("b", State.READY), release("c", State.READY)).canary("b", 20, NOW);
        assertThatThrownBy(() -> book.canary("c", 20, NOW)).hasMessage("release-canary-taken");
        assertThatThrownBy(() -> book(release("b", State.READY)).canary("b", 0, NOW))
                .hasMessage("release-percent");
        assertThatThrownBy(() -> book(release("b", State.READY)).canary("b", 100, NOW))
                .hasMessage("release-percent");
    }

    @Test
    void whatIsNoLongerWhatWasEvaluatedDoesNotBeginToAnswer() {
        Book book = book(release("b", State.READY)).drifted("b", NOW);
        assertThatThrownBy(() -> book.activated("b", NOW)).hasMessage("release-drifted");
        assertThatThrownBy(() -> book.canary("b", 5, NOW)).hasMessage("release-drifted");
        assertThat(book.drifted("b", null).activated("b", NOW).active()).isEqualTo("b");
    }

    @Test
    void theOldestThatArePutAwayMakeRoom() {
        Book book = book(release("a", State.ACTIVE));
        for (int i = 0; i < Book.MOST + 5; i++) {
            book = book.with(release("r" + i, State.RETIRED));
        }
        assertThat(book.releases()).hasSize(Book.MOST);
        assertThat(book.get("a").state()).isEqualTo(State.ACTIVE);
        assertThat(book.find("r0")).isEmpty();
    }
}
