package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What other capabilities write, placed and shown as any answer. */
@Component
class ComposedAnswers implements Compositions {

    private final Asking asking;
    private final AnswerStream stream;

    ComposedAnswers(Asking asking, AnswerStream stream) {
        this.asking = asking;
        this.stream = stream;
    }

    @Override
    public ResponseEntity<StreamingResponseBody> begin(
            CurrentUser user, String conversationId, Composition composition, HttpServletResponse servlet) {
        return stream.response(asking.compose(user, conversationId, composition), 0, servlet);
    }
}
