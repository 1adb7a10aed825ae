package fr.isere.iris.charter;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page who is signed in, and whether the charter must be shown first. */
@RestController
class MeController {

    private final CharterInForce charter;

    MeController(CharterInForce charter) {
        this.charter = charter;
    }

    @GetMapping("/api/me")
    View show(CurrentUser user) {
        Optional<Acceptance> accepted = charter.acceptanceBy(user);
        return new View(
                user.name(),
                user.roles().stream().sorted().toList(),
                new CharterState(charter.text().version(), accepted.orElse(null), charter.mustAccept(accepted)));
    }

    /** What the page gets. */
    record View(String name, List<Role> roles, CharterState charter) {}

    /** Where this person stands with the charter. */
    record CharterState(String version, @Nullable Acceptance accepted, boolean mustAccept) {}
}
