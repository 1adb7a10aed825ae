package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.models.Completion;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.Usage;
import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Answers whose writer throws: they end, and leave their conversation to the next question. */
class BrokenWorkTests extends AgentStory {

    private final CurrentUser camille =
            new CurrentUser(IrisForTests.provider().issuer() + "|agent", "Camille Martin", Set.of(Role.AGENT));

    static Stream<Supplier<Generation>> beginnings() {
        return Stream.of(
                () -> {
                    throw new QueryTimeoutException("Redis did not answer");
                },
                () -> {
                    throw new StackOverflowError();
                });
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void anAnswerThatDoesNotBeginHasFailedAndTheNextQuestionIsAnswered(Supplier<Generation> beginning) {
        String conversation = opensConversation();
        begin(conversation, new Written() {
            @Override
            public Generation begin(CompositionListener listener) {
                return beginning.get();
            }
        });

        await().until(() -> answer(conversation).get("state").asString().equals("failed"));
        assertThat(answer(conversation).at("/problem/type").asString()).endsWith("engine-interrupted");
        EventStream next = agent.ask(conversation, Map.of("text", "Et maintenant ?"));
        model.nextAsked().says("Oui.").ends();
        assertThat(EventStream.text(next.rest())).isEqualTo("Oui.");
    }

    @Test
    void anAnswerThatCannotBeAnalysedIsKeptAllTheSame() {
        String conversation = opensConversation();
        begin(conversation, new Written() {
            @Override
            public Backing backing(String text) {
                throw new StackOverflowError();
            }
        });

        await().until(() -> answer(conversation).get("state").asString().equals("complete"));
        assertThat(answer(conversation).get("text").asString()).isEqualTo("Un texte.");
    }

    private void begin(String conversation, Composition composition) {
        int status = iris.bean(Compositions.class)
                .begin(camille, conversation, composition, new MockHttpServletResponse())
                .getStatusCode()
                .value();
        assertThat(status).isEqualTo(200);
    }

    private JsonNode answer(String conversation) {
        return agent.get("/api/conversations/" + conversation).json().at("/messages/1");
    }

    /** What is written at once and without fail. */
    private static class Written implements Composition {

        @Override
        public String request() {
            return "Résumer";
        }

        @Override
        public String order() {
            return "{}";
        }

        @Override
        public String writer() {
            return "Essai";
        }

        @Override
        public Method method() {
            return Method.EXTRACTIVE;
        }

        @Override
        public List<Consulted> consulted() {
            return List.of();
        }

        @Override
        public Generation begin(CompositionListener listener) {
            listener.token("Un texte.");
            listener.done(new Completion(FinishReason.COMPLETE, Usage.NONE));
            return () -> {};
        }

        @Override
        public Backing backing(String text) {
            return Backing.NONE;
        }
    }
}
