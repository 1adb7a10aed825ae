package fr.isere.iris.operations;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.People;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.PersonalData;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erases what is kept of somebody who left, without seeing any of it. */
@RestController
@RequestMapping("/api/ops/people")
class DepartureController {

    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");
    private static final int LONGEST_SUBJECT = 255;

    private final People people;
    private final List<PersonalData> kept;
    private final ApplicationEventPublisher events;

    DepartureController(People people, List<PersonalData> kept, ApplicationEventPublisher events) {
        this.people = people;
        this.kept = kept;
        this.events = events;
    }

    record Subject(@Nullable String subject) {}

    record Pseudonym(String pseudonym) {}

    record Erased(int erased) {}

    /** Who somebody is here; a body, since an address is logged. */
    @PostMapping("/pseudonym")
    Pseudonym pseudonym(CurrentUser user, @RequestBody Subject body) {
        user.mustBe(Role.EXPLOITANT);
        String subject = body.subject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new ProblemException("request-invalid", HttpStatus.BAD_REQUEST);
        }
        return new Pseudonym(people.pseudonymOf(subject));
    }

    @DeleteMapping("/{pseudonym}")
    Erased erase(CurrentUser user, @PathVariable String pseudonym) {
        user.mustBe(Role.EXPLOITANT);
        if (!PSEUDONYM.matcher(pseudonym).matches()) {
            throw new ProblemException("pseudonym-invalid", HttpStatus.BAD_REQUEST);
        }
        int erased = kept.stream().mapToInt(data -> data.eraseAllOf(pseudonym)).sum();
        events.publishEvent(new PersonErased(user.id(), pseudonym, erased));
        return new Erased(erased);
    }
}
