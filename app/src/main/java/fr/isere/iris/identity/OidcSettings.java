package fr.isere.iris.identity;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider that says who people are.
 *
 * @param issuer its address, as in the {@code iss} of its tokens
 * @param clientId IRIS at the provider
 * @param clientSecret of that client
 * @param timeout how long somebody who signs in waits for one answer of the provider
 * @param groupsClaim claim of the ID token or of the user info that lists a person's groups; a dotted path reaches a nested one
 * @param scriptsAudience whom access tokens of scripts are for ({@code aud}); none: no script comes in
 * @param roles which groups give which role
 */
@ConfigurationProperties("iris.oidc")
record OidcSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("groups") String groupsClaim,
        @Nullable String scriptsAudience,
        @DefaultValue Groups roles) {

    /** {@code scheme://host[:port]} of the provider, as Content-Security-Policy wants it. */
    String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    /**
     * Names of the provider's groups.
     *
     * @param agent groups whose members are agents
     * @param elu groups whose members are elected
     * @param exploitant groups whose members run IRIS
     * @param referent groups whose members are référents IA
     */
    record Groups(
            @DefaultValue("iris-agents") List<String> agent,
            @DefaultValue("iris-elus") List<String> elu,
            @DefaultValue("iris-exploitants") List<String> exploitant,
            @DefaultValue("iris-referents") List<String> referent) {

        Set<Role> rolesOf(Set<String> groups) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (namesOf(role).stream().anyMatch(groups::contains)) {
                    roles.add(role);
                }
            }
            return roles;
        }

        private List<String> namesOf(Role role) {
            return switch (role) {
                case AGENT -> agent;
                case ELU -> elu;
                case EXPLOITANT -> exploitant;
                case REFERENT -> referent;
            };
        }
    }
}
