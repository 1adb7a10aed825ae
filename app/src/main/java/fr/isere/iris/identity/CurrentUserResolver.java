package fr.isere.iris.identity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the signed-in person to a controller's {@link CurrentUser} parameter. */
final class CurrentUserResolver implements HandlerMethodArgumentResolver {

    static final String PREFIX = "ROLE_";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class;
    }

    @Override
    public CurrentUser resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof OidcUser user) {
            String name = user.getFullName();
            return new CurrentUser(idOf(user), name == null ? "" : name, rolesOf(signedIn));
        }
        throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }

    /** As in {@link CurrentUser#id()}; none of who did not come from the provider. */
    static Optional<String> idOf(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getPrincipal() instanceof OidcUser user
                ? Optional.of(idOf(user))
                : Optional.empty();
    }

    private static String idOf(OidcUser user) {
        return user.getClaimAsString("iss") + "|" + user.getSubject();
    }

    static Set<Role> rolesOf(Authentication signedIn) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            for (GrantedAuthority authority : signedIn.getAuthorities()) {
                if ((PREFIX + role).equals(authority.getAuthority())) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }
}
