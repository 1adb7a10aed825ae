package fr.isere.iris.chat;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person ticks as checked by her. */
@RestController
class CheckController {

    private final EndedAnswers answers;
    private final Charter charter;

    CheckController(EndedAnswers answers, Charter charter) {
        this.answers = answers;
        this.charter = charter;
    }

    /** @param checked where the ticked findings start: all of them, the earlier ticks included */
    record Checks(@Nullable Set<Integer> checked) {}

    @PutMapping("/api/conversations/{id}/messages/{messageId}/checks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(CurrentUser user, @PathVariable String id, @PathVariable String messageId, @RequestBody Checks checks) {
        charter.requireAccepted(user);
        if (checks.checked() == null || checks.checked().contains(null)) {
            throw new ProblemException("check-unknown", HttpStatus.BAD_REQUEST);
        }
        answers.check(user, id, messageId, checks.checked());
    }
}
