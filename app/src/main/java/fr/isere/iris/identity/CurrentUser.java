package fr.isere.iris.identity;

import java.util.Set;

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
}
