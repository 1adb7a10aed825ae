package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.Life;
import fr.isere.iris.retention.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 1 → 2 → 3 → 4, and 5 → 6 beside 3 (an edit of 3). */
class AskTests {

    private final Conversation conversation = new Conversation(
            "c",
            Revision.unstored(),
            Conversation.Header.begun("o", Instant.EPOCH, new Life(Duration.ofDays(1), Duration.ofDays(7))),
            List.of(
                    question("1", null),
                    answer("2", "1"),
                    question("3", "2"),
                    answer("4", "3"),
                    question("5", "2"),
                    answer("6", "5")));

    @Test
    void aMessageFollowsTheNewestOne() {
        Ask ask = ask(new NewMessage("Et ensuite ?", null, null, null, null));

        assertThat(ask.isNew()).isTrue();
        assertThat(ask.question().parentId()).isEqualTo("6");
        assertThat(ask.question().id()).isEqualTo("7");
        assertThat(ask.answerId()).isEqualTo("8");
    }

    @Test
    void aMessageFollowsTheOneOnScreenWhenAnotherBranchIsShown() {
        assertThat(ask(new NewMessage("Et ensuite ?", null, "4", null, null))
                        .question()
                        .parentId())
                .isEqualTo("4");
    }

    @Test
    void anEditBecomesABranchBesideWhatItReplaces() {
        Ask ask = ask(new NewMessage("Autrement dit", "3", null, null, null));

        assertThat(ask.question().parentId()).isEqualTo("2");
        assertThat(conversation.pathTo("4")).extracting(Message::id).containsExactly("1", "2", "3", "4");
    }

    @Test
    void anEditOfTheFirstMessageStartsAnotherBranch() {
        assertThat(ask(new NewMessage("Autre début", "1", null, null, null))
                        .question()
                        .parentId())
                .isNull();
    }

    @Test
    void generatingAgainAsksTheSameQuestionBesideTheFirstAnswer() {
        Ask ask = ask(new NewMessage(null, "4", null, null, null));

        assertThat(ask.isNew()).isFalse();
        assertThat(ask.question().id()).isEqualTo("3");
        assertThat(ask.answerId()).isEqualTo("7");
    }

    @Test
    void aPlaceThatIsNoneIsSaid() {
        for (NewMessage nowhere :
                List.of(new NewMessage("x", "99", null, null, null), new NewMessage("x", null, "99", null, null))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ask(nowhere))
                    .satisfies(problem -> assertThat(problem.name()).isEqualTo("message-not-found"));
        }
    }

    private Ask ask(NewMessage sent) {
        return Ask.in(conversation, sent, 1000, Instant.EPOCH);
    }

    private static Message question(String id, @Nullable String parent) {
        return Message.ofUser(id, parent, "question " + id, Instant.EPOCH);
    }

    private static Message answer(String id, String parent) {
        return new Message(
                id,
                parent,
                Message.Author.ASSISTANT,
                "réponse " + id,
                Instant.EPOCH,
                Message.State.COMPLETE,
                Message.Answer.begun(
                        "a" + id, new Message.Origin("M", Composition.Method.GENERATIVE, 0, List.of(), null)),
                null);
    }
}
