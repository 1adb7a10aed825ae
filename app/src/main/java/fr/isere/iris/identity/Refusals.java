package fr.isere.iris.identity;

import fr.isere.iris.problems.ProblemWriter;
import fr.isere.iris.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** What those get who are not signed in, may not do this, or did not get through the sign-in. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    static final String SIGN_IN = "/oauth2/authorization/" + OidcConfiguration.REGISTRATION;

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private final Problems problems;
    private final ProblemWriter writer;
    private final ApplicationEventPublisher events;

    Refusals(Problems problems, ProblemWriter writer, ApplicationEventPublisher events) {
        this.problems = problems;
        this.writer = writer;
        this.events = events;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            write(request, response, "not-signed-in", HttpStatus.UNAUTHORIZED);
        } else {
            boolean leaving = request.getRequestURI().equals(SecurityConfiguration.LOGOUT);
            response.sendRedirect(leaving ? SecurityConfiguration.SIGNED_OUT : SIGN_IN);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (!(who instanceof OAuth2AuthenticationToken)) {
            commence(request, response, new NotSignedIn());
        } else if (failure instanceof CsrfException) {
            refuse(request, response, who, "csrf-invalid");
        } else {
            boolean stranger = CurrentUserResolver.rolesOf(who).isEmpty();
            refuse(request, response, who, stranger ? "no-role" : "forbidden");
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean away = causedByIo(failure);
        log.warn("Sign-in failed: {}", away ? "the provider does not answer" : reasonOf(failure));
        events.publishEvent(new SignInFailed(away ? "provider-away" : reasonOf(failure)));
        write(
                request,
                response,
                away ? "sign-in-unavailable" : "sign-in-failed",
                away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Authentication who, String name)
            throws IOException {
        Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String place = template == null ? null : template.toString();
        CurrentUserResolver.idOf(who).ifPresent(person -> events.publishEvent(new Refused(person, name, place)));
        write(request, response, name, HttpStatus.FORBIDDEN);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String name, HttpStatus status)
            throws IOException {
        writer.write(request, response, problems.of(name, status));
    }

    /** The code of the protocol's error, where it is one: the provider's own words may be about somebody. */
    private static String reasonOf(AuthenticationException failure) {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        return CODE.matcher(code).matches() ? code : failure.getClass().getSimpleName();
    }

    private static boolean causedByIo(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static final class NotSignedIn extends AuthenticationException {

        NotSignedIn() {
            super("not signed in");
        }
    }
}
