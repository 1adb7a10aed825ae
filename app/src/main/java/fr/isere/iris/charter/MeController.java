package fr.isere.iris.charter;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.retention.Pseudonyms;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page who is signed in, and whether the charter must be shown first. */
@RestController
class MeController {

    private final CharterInForce charter;
    private final Pseudonyms pseudonyms;

    MeController(CharterInForce charter, Pseudonyms pseudonyms) {
        this.charter = charter;
        this.pseudonyms = pseudonyms;
    }

    @GetMapping("/api/me")
    View show(CurrentUser user) {
        Optional<Acceptance> accepted = charter.acceptanceBy(user);
        return new View(
                pseudonyms.of("page " + user.id()),
                user.name(),
                user.roles().stream().sorted().toList(),
                new CharterState(charter.text().version(), accepted.orElse(null), charter.mustAccept(accepted)));
    }

    /**
     * What the page gets.
     *
     * @param id tells her from everybody else in the page, and is found nowhere else: not the pseudonym that stored things have
     */
    record View(String id, String name, List<Role> roles, CharterState charter) {}

    /** Where this person stands with the charter. */
    record CharterState(String version, @Nullable Acceptance accepted, boolean mustAccept) {}
}
