package fr.isere.iris.quotas;

import fr.isere.iris.identity.Role;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Quotas by role.
 *
 * @param roles by the role's name in lower case; a role that is not named limits nobody
 */
@Validated
@ConfigurationProperties("iris.quotas")
record QuotaSettings(@DefaultValue @Valid Map<String, Quota> roles) {

    /** The most generous of those of these roles; empty if none of them has one. */
    Optional<Quota> of(Collection<Role> held) {
        return held.stream()
                .map(role -> Optional.ofNullable(roles.get(role.name().toLowerCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .reduce(Quota::orMore)
                .filter(quota -> !quota.isNone());
    }

    boolean countTokens() {
        return roles.values().stream().anyMatch(quota -> quota.tokensADay() != null);
    }
}
