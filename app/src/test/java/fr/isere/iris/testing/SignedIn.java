package fr.isere.iris.testing;

import fr.isere.iris.identity.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs a request of {@code MockMvc} in, with the CSRF token that goes with it. */
public final class SignedIn {

    private SignedIn() {}

    /** Somebody with these roles, and a valid CSRF token. */
    public static RequestPostProcessor as(String subject, Role... roles) {
        List<GrantedAuthority> authorities = Arrays.stream(roles)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        RequestPostProcessor login = SecurityMockMvcRequestPostProcessors.oidcLogin()
                .idToken(token ->
                        token.issuer(TestSettings.ISSUER).subject(subject).claim("name", "Camille Martin"))
                .authorities(authorities);
        return request ->
                SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(login.postProcessRequest(request));
    }

    /** An agent. */
    public static RequestPostProcessor agent() {
        return as("camille", Role.AGENT);
    }
}
