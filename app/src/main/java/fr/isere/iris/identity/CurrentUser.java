package fr.isere.iris.identity;

import java.util.Arrays;
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
     * Lets those pass who have one of these roles.
     *
     * @throws AccessDeniedException for the others: they are told {@code forbidden} (403)
     */
    public void mustBe(Role... oneOf) {
        if (Arrays.stream(oneOf).noneMatch(roles::contains)) {
            throw new AccessDeniedException("needs one of the roles " + Arrays.toString(oneOf));
        }
    }
}
