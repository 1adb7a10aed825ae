package fr.isere.iris.chat;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Asking, reading the answer as it comes, coming back to it, and stopping it. */
@RestController
@RequestMapping("/api")
class MessageController {

    private final Asking asking;
    private final AnswerRecords records;
    private final Answers answers;
    private final AnswerStream stream;
    private final Charter charter;

    MessageController(Asking asking, AnswerRecords records, Answers answers, AnswerStream stream, Charter charter) {
        this.asking = asking;
        this.records = records;
        this.answers = answers;
        this.stream = stream;
        this.charter = charter;
    }

    @PostMapping("/conversations/{id}/messages")
    ResponseEntity<StreamingResponseBody> send(
            CurrentUser user, @PathVariable String id, @RequestBody NewMessage message, HttpServletResponse servlet) {
        charter.requireAccepted(user);
        return stream.response(asking.ask(user, id, message), 0, servlet);
    }

    @GetMapping("/answers/{id}/events")
    ResponseEntity<StreamingResponseBody> resume(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse servlet) {
        AnswerRecord answer = records.ownedBy(user, id);
        long after = number(lastEventId);
        if (after > 0 && after > records.log(answer).last()) {
            throw unknownEvent();
        }
        return stream.response(answer, after, servlet);
    }

    @PostMapping("/answers/{id}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(CurrentUser user, @PathVariable String id) {
        answers.stop(records.ownedBy(user, id).id());
    }

    private static long number(@Nullable String eventId) {
        if (eventId == null || eventId.isBlank()) {
            return 0;
        }
        try {
            long number = Long.parseLong(eventId.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as any number that no event has.
        }
        throw unknownEvent();
    }

    private static ProblemException unknownEvent() {
        return new ProblemException("event-id-unknown", HttpStatus.BAD_REQUEST);
    }
}
