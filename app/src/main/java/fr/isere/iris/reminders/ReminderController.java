package fr.isere.iris.reminders;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page what to remind somebody of before a request leaves. The text is read, and forgotten. */
@RestController
class ReminderController {

    private final Reminders reminders;

    ReminderController(Reminders reminders) {
        this.reminders = reminders;
    }

    @PostMapping("/api/reminders")
    View remind(CurrentUser user, @RequestBody Request request) {
        if (request.text() == null) {
            throw new ProblemException("request-invalid", HttpStatus.BAD_REQUEST);
        }
        return new View(reminders.of(request.text()).orElse(null));
    }

    /** What is about to be sent. */
    record Request(@Nullable String text) {}

    /** At most one reminder. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(@Nullable Reminder reminder) {}
}
