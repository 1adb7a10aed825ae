package fr.isere.iris.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** After the session has ended here: ends it at the provider too, when the provider can be found. */
final class SignOut implements LogoutSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignOut.class);

    private final LogoutSuccessHandler atProvider;
    private final ApplicationEventPublisher events;

    SignOut(LogoutSuccessHandler atProvider, ApplicationEventPublisher events) {
        this.atProvider = atProvider;
        this.events = events;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException, ServletException {
        CurrentUserResolver.idOf(authentication).ifPresent(person -> events.publishEvent(new SignedOut(person)));
        try {
            atProvider.onLogoutSuccess(request, response, authentication);
        } catch (RuntimeException e) {
            log.warn(
                    "Signed out here only: the provider cannot be found ({})",
                    e.getClass().getSimpleName());
            response.sendRedirect(SecurityConfiguration.SIGNED_OUT);
        }
    }
}
