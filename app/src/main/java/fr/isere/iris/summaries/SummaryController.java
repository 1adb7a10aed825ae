package fr.isere.iris.summaries;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.chat.Compositions;
import fr.isere.iris.identity.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Asking for a summary: it comes as an answer in the conversation of the document. */
@RestController
class SummaryController {

    private final Summaries summaries;
    private final Compositions compositions;
    private final Charter charter;

    SummaryController(Summaries summaries, Compositions compositions, Charter charter) {
        this.summaries = summaries;
        this.compositions = compositions;
        this.charter = charter;
    }

    @PostMapping("/api/documents/{id}/summaries")
    ResponseEntity<StreamingResponseBody> summarise(
            CurrentUser user, @PathVariable String id, @RequestBody NewSummary sent, HttpServletResponse servlet) {
        charter.requireAccepted(user);
        Summaries.Placed placed = summaries.of(user, Wanted.of(id, sent));
        return compositions.begin(user, placed.conversationId(), placed.composition(), servlet);
    }
}
