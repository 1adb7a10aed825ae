package fr.isere.iris.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer: JSON under {@code /api/}, a French page elsewhere. */
@Component
public class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private final ProblemPage page = new ProblemPage();

    /** Writes nothing when the answer has begun: it cannot be taken back. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean api = isApi(request);
        byte[] body = api
                ? JSON.writeValueAsBytes(problem)
                : page.of(problem, signOut(request, problem)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(
                api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static @Nullable CsrfToken signOut(HttpServletRequest request, ProblemDetail problem) {
        boolean refused = problem.getStatus() == HttpServletResponse.SC_FORBIDDEN;
        return refused && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token : null;
    }

    private static boolean isApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        // No address at all is one that could not be read: no browser sends that.
        return path == null || path.startsWith("/api/");
    }
}
