package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The place where capabilities write into conversations. */
public interface Compositions {

    /**
     * Writes what was asked, begins the composition after it, and shows its events as they come.
     *
     * @throws fr.isere.iris.problems.ProblemException if the conversation is not hers, or answers already
     */
    ResponseEntity<StreamingResponseBody> begin(
            CurrentUser user, String conversationId, Composition composition, HttpServletResponse servlet);
}
