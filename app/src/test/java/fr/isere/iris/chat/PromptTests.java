package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTests {

    private static final int OVERHEAD = 8;

    @Test
    void keepsTheNewestWholeMessagesThatFitAndSaysHowManyItLeftOut() {
        List<Message> path = path(10, 100);
        // Instructions, request and four earlier messages, each of 100 tokens and what the template adds.
        int room = 6 * (100 + OVERHEAD) + 50;

        Prompt prompt = Prompt.of(path, "i".repeat(100), null, new Prompt.Budget(room + 500, 500), String::length);

        assertThat(prompt.fits()).isTrue();
        assertThat(prompt.leftOut()).isEqualTo(5);
        assertThat(prompt.request().turns())
                .extracting(Turn::text)
                .containsExactly(
                        "i".repeat(100), text(6, 100), text(7, 100), text(8, 100), text(9, 100), text(10, 100));
        assertThat(prompt.request().turns().get(0).speaker()).isEqualTo(Turn.Speaker.SYSTEM);
        assertThat(prompt.request().maxAnswerTokens()).isEqualTo(500);
    }

    @Test
    void leavesNothingOutOfWhatFits() {
        Prompt prompt = Prompt.of(path(3, 10), "i", null, new Prompt.Budget(4096, 512), String::length);

        assertThat(prompt.leftOut()).isZero();
        assertThat(prompt.request().turns()).hasSize(4);
    }

    @Test
    void saysWhenTheRequestAloneDoesNotFit() {
        Prompt prompt = Prompt.of(path(1, 5000), "i", null, new Prompt.Budget(4096, 512), String::length);

        assertThat(prompt.fits()).isFalse();
    }

    @Test
    void passesOverAnswersThatFailedBeforeTheirFirstWord() {
        Message question = Message.ofUser("1", null, "Bonjour", Instant.EPOCH);
        Message nothing = Message.generating(
                "2",
                "1",
                Message.Answer.begun("a", new Message.Origin("M", Composition.Method.GENERATIVE, 0, List.of(), null)),
                Instant.EPOCH);
        Message again = Message.ofUser("3", "2", "Bonjour ?", Instant.EPOCH);

        Prompt prompt =
                Prompt.of(List.of(question, nothing, again), "i", null, new Prompt.Budget(4096, 512), String::length);

        assertThat(prompt.leftOut()).isZero();
        assertThat(prompt.request().turns()).extracting(Turn::text).containsExactly("i", "Bonjour", "Bonjour ?");
    }

    private static List<Message> path(int count, int length) {
        List<Message> path = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            path.add(Message.ofUser(
                    Integer.toString(i), i == 1 ? null : Integer.toString(i - 1), text(i, length), Instant.EPOCH));
        }
        return path;
    }

    private static String text(int n, int length) {
        return Character.toString('a' + n).repeat(length);
    }
}
