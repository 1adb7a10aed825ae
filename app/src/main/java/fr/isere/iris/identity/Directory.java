package fr.isere.iris.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Makes of what the provider says about a person the little that the session keeps: who, their name, their roles, and the ID token
 * that the sign-out at the provider wants back.
 */
@Component
class Directory implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OAuth2UserService<OidcUserRequest, OidcUser> provider;
    private final OidcSettings settings;

    Directory(OidcSettings settings) {
        this.settings = settings;
        this.provider = ProviderCalls.people(settings.timeout());
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return reduced(provider.loadUser(request));
    }

    OidcUser reduced(OidcUser told) {
        return user(told.getIdToken(), String.valueOf(told.getIssuer()), told, told.getClaims());
    }

    /** Who sends a token that was found good: the same as if they had signed in, for this request. */
    OAuth2AuthenticationToken bearerOf(Jwt token) {
        StandardClaimAccessor claims = token::getClaims;
        OidcUser user = user(token, String.valueOf(token.getIssuer()), claims, token.getClaims());
        return new OAuth2AuthenticationToken(user, user.getAuthorities(), OidcConfiguration.REGISTRATION);
    }

    private OidcUser user(
            AbstractOAuth2Token full, String issuer, StandardClaimAccessor who, Map<String, Object> told) {
        Map<String, Object> claims = Map.of("iss", issuer, "sub", who.getSubject(), "name", nameOf(who));
        OidcIdToken token = new OidcIdToken(full.getTokenValue(), full.getIssuedAt(), full.getExpiresAt(), claims);
        return new DefaultOidcUser(authorities(told), token);
    }

    private Set<GrantedAuthority> authorities(Map<String, Object> claims) {
        Set<GrantedAuthority> authorities = new HashSet<>();
        for (Role role : settings.roles().rolesOf(groupsIn(claims))) {
            authorities.add(new SimpleGrantedAuthority(CurrentUserResolver.PREFIX + role));
        }
        return authorities;
    }

    private Set<String> groupsIn(Map<String, Object> claims) {
        Set<String> groups = new HashSet<>();
        Object claim = claimAt(claims, settings.groupsClaim());
        if (claim instanceof Collection<?> several) {
            several.forEach(group -> groups.add(plain(String.valueOf(group))));
        } else if (claim instanceof String one) {
            groups.add(plain(one));
        }
        return groups;
    }

    /** Keycloak can give groups as paths. */
    private static String plain(String group) {
        return group.startsWith("/") ? group.substring(1) : group;
    }

    private static @Nullable Object claimAt(Map<?, ?> claims, String path) {
        int dot = path.indexOf('.');
        if (claims.containsKey(path) || dot < 0) {
            return claims.get(path);
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested
                ? claimAt(nested, path.substring(dot + 1))
                : null;
    }

    private static String nameOf(StandardClaimAccessor told) {
        String name = told.getFullName();
        if (name == null || name.isBlank()) {
            name = told.getPreferredUsername();
        }
        return name == null || name.isBlank() ? "Compte sans nom" : name;
    }
}
