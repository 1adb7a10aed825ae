package fr.isere.iris.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;

/** After the provider has said who it is: tells that somebody came in, and shows them the page. */
final class SignIn extends SimpleUrlAuthenticationSuccessHandler {

    private final ApplicationEventPublisher events;

    SignIn(ApplicationEventPublisher events) {
        super("/");
        setAlwaysUseDefaultTargetUrl(true);
        this.events = events;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        CurrentUserResolver.idOf(authentication)
                .ifPresent(person ->
                        events.publishEvent(new SignedIn(person, CurrentUserResolver.rolesOf(authentication))));
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
