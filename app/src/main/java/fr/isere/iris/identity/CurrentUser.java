package fr.isere.iris.identity;

import java.util.Set;
import org.springframework.security.access.AccessDeniedException;

/**
 * The person who makes this request, as a controller's parameter.
 *
 * @param id stable and unique across providers ({@code issuer|subject}); never shown, never logged
 * @param name for the screen, as the provider gives it
 * @param roles at least one
 */
public record CurrentUser(String id, String name, Set<Role> roles) {

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    /**
     * Lets those pass who have this role.
     *
     * @throws AccessDeniedException for the others: they are told {@code forbidden} (403)
     */
    public void mustBe(Role role) {
        if (!roles.contains(role)) {
            throw new AccessDeniedException("needs the role " + role);
        }
    }
}
