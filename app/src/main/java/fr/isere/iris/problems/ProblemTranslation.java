package fr.isere.iris.problems;

import jakarta.servlet.ServletException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Turns whatever was thrown, or a bare status, into the problem that the person reads. */
@Component
class ProblemTranslation {

    private static final Logger log = LoggerFactory.getLogger(ProblemTranslation.class);

    private final Problems problems;
    private final StorageFailures storage;

    ProblemTranslation(Problems problems, StorageFailures storage) {
        this.problems = problems;
        this.storage = storage;
    }

    ProblemDetail of(Throwable failure) {
        if (failure instanceof ServletException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        if (failure instanceof ProblemException problem && problems.knows(problem.name())) {
            return problems.of(problem);
        }
        if (failure instanceof ErrorResponse response) {
            return of(response.getStatusCode());
        }
        if (failure instanceof HttpMessageNotReadableException || failure instanceof TypeMismatchException) {
            return unreadable(failure);
        }
        if (failure instanceof DataAccessException away) {
            return storage(away);
        }
        return internal(failure);
    }

    ProblemDetail of(HttpStatusCode status) {
        return problems.of(nameOf(status.value()), status);
    }

    private ProblemDetail storage(DataAccessException failure) {
        String name = storage.isFull(failure) ? "storage-full" : "storage-unavailable";
        log.warn("{}: {}", name, failure.getClass().getName());
        return problems.of(name, HttpStatus.SERVICE_UNAVAILABLE);
    }

    private ProblemDetail unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return of(HttpStatus.CONTENT_TOO_LARGE);
            }
        }
        return of(HttpStatus.BAD_REQUEST);
    }

    private ProblemDetail internal(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Internal problem {}", reference, new WithoutMessage(failure));
        return problems.of("internal", HttpStatus.INTERNAL_SERVER_ERROR, reference);
    }

    private static String nameOf(int status) {
        return switch (status) {
            case 401 -> "not-signed-in";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "request-too-large";
            case 415 -> "media-type-unsupported";
            default -> status < 500 ? "request-invalid" : "unavailable";
        };
    }
}
