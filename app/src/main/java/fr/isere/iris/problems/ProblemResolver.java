package fr.isere.iris.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what controllers throw. A resolver and not an advice: an advice would negotiate the content type, and the
 * client of an event stream accepts nothing but events.
 */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private final ProblemTranslation translation;
    private final ProblemWriter writer;

    ProblemResolver(ProblemTranslation translation, ProblemWriter writer) {
        this.translation = translation;
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null; // the security filters know what to say
        }
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return new ModelAndView(); // nobody reads any more, or the answer has begun
        }
        if (failure instanceof ErrorResponse standard) {
            standard.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        try {
            writer.write(request, response, translation.of(failure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
