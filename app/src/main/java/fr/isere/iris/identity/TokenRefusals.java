package fr.isere.iris.identity;

import fr.isere.iris.problems.ProblemWriter;
import fr.isere.iris.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** What a script gets whose token is refused, never with a word of the token: only whether it is the token or the provider. */
@Component
class TokenRefusals implements AuthenticationEntryPoint {

    private final Problems problems;
    private final ProblemWriter writer;
    private final ApplicationEventPublisher events;

    TokenRefusals(Problems problems, ProblemWriter writer, ApplicationEventPublisher events) {
        this.problems = problems;
        this.writer = writer;
        this.events = events;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean away = failure instanceof ProviderAway;
        events.publishEvent(new SignInFailed(away ? "provider-away" : "token-refused"));
        if (!away) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        writer.write(
                request,
                response,
                away
                        ? problems.of("sign-in-unavailable", HttpStatus.SERVICE_UNAVAILABLE)
                        : problems.of("token-refused", HttpStatus.UNAUTHORIZED));
    }

    /**
     * What this gives.
     *
     * @throws BadJwtException of a token that is none, or not for us
     * @throws ProviderAway if it could not be told, since the provider's keys could not be had
     */
    static <T> T toldApart(Supplier<T> decoding) {
        try {
            return decoding.get();
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            throw new ProviderAway(e);
        }
    }

    /** Nobody can say whether a token is good. */
    private static final class ProviderAway extends AuthenticationException {

        ProviderAway(Throwable cause) {
            super("the provider does not answer", cause);
        }
    }
}
