package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.StartRefused;
import fr.isere.iris.retention.Life;
import fr.isere.iris.retention.Lifetimes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How long each person's conversations live, by their roles. */
@Component
class Lives {

    private final Lifetimes lifetimes;

    Lives(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
        Set<String> known = Arrays.stream(Role.values()).map(Names::lower).collect(Collectors.toSet());
        for (String role : lifetimes.roles().keySet()) {
            if (!known.contains(role)) {
                throw new StartRefused("iris.retention.roles.%s: there is no such role; there are %s"
                        .formatted(
                                role, String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    Life of(CurrentUser user) {
        return lifetimes.of(names(user));
    }

    /** Of an ephemeral conversation of hers; empty if none are offered. */
    Optional<Life> ofEphemeral(CurrentUser user) {
        return lifetimes.ofEphemeral(names(user));
    }

    private static List<String> names(CurrentUser user) {
        return user.roles().stream().map(Names::lower).toList();
    }
}
