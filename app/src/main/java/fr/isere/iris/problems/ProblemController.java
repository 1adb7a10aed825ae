package fr.isere.iris.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what was sent as a bare error status: it takes the place of Boot's white page. */
@Controller
class ProblemController implements ErrorController {

    private final ProblemTranslation translation;
    private final ProblemWriter writer;

    ProblemController(ProblemTranslation translation, ProblemWriter writer) {
        this.translation = translation;
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof BrokenOff) {
            return;
        }
        writer.write(request, response, problem(request, failure));
    }

    /**
     * What fails in IRIS is caught before. An {@link IOException} that the server hands on is of the connection: a browser that was closed, or
     * a network that went away, while it sent. The server says so of every such request, also of one that was answered.
     */
    private ProblemDetail problem(HttpServletRequest request, @Nullable Object failure) {
        if (failure instanceof IOException) {
            return translation.of(HttpStatus.BAD_REQUEST);
        }
        return failure instanceof Throwable thrown ? translation.of(thrown) : translation.of(statusOf(request));
    }

    private static HttpStatusCode statusOf(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND;
    }
}
