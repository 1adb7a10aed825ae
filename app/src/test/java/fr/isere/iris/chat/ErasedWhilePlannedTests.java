package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** A document that is erased between the plan of an answer from it, and the moment when its conversation names that answer. */
class ErasedWhilePlannedTests extends AgentStory {

    private final CurrentUser camille =
            new CurrentUser(IrisForTests.provider().issuer() + "|agent", "Camille Martin", Set.of(Role.AGENT));
    private String conversation;
    private String sheet;

    @BeforeEach
    void aDocumentWasAskedAbout() {
        conversation = opensConversation();
        sheet = agent.sendsToRead(conversation, "fiche.txt", "Le poste demande trois ans de pratique à Vizille.");
        EventStream stream = agent.ask(conversation, Map.of("text", "Que demande le poste ?"));
        model.nextAsked().says("Trois ans de pratique [p. 1].").ends();
        stream.rest();
    }

    @Test
    void theAnswerIsNotPlacedAsItWasPlanned() {
        Conversation planned = iris.bean(Conversations.class).ownedBy(camille, conversation);
        erase();
        assertThat(iris.bean(ConversationStore.class).save(planned, planned.header(), List.of()))
                .isFalse();
    }

    @Test
    void theAnswerAsideIsNotAsked() {
        Asides asides = iris.bean(Asides.class);
        Posed posed = asides.posed(camille, conversation, "2");
        erase();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> asides.answer(camille, posed, posed.said(), new MockHttpServletResponse()));
        assertThat(model.isAsked()).isFalse();
    }

    @AfterEach
    void nothingGoesOn() {
        while (model.isAsked()) {
            model.nextAsked().ends();
        }
    }

    private void erase() {
        assertThat(agent.send("DELETE", "/api/documents/" + sheet, null).status())
                .isEqualTo(204);
    }
}
