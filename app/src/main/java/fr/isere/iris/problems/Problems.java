package fr.isere.iris.problems;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Makes problem details (RFC 9457) in French out of a problem's name. */
@Component
public class Problems {

    private static final String URN = "urn:iris:problem:";

    private final ProblemTexts texts = new ProblemTexts();

    /** The problem detail of an exception, for whoever writes it elsewhere than in an HTTP answer (an SSE event, say). */
    public ProblemDetail of(ProblemException exception) {
        ProblemDetail problem = of(exception.name(), exception.status(), exception.arguments());
        exception.properties().forEach(problem::setProperty);
        return problem;
    }

    /**
     * The problem detail of a name.
     *
     * @param name key in {@code problems.properties}, and the end of the type
     * @param status of the HTTP answer
     * @param arguments of the texts: never content
     * @throws java.util.MissingResourceException when the bundle has no text of that name
     */
    public ProblemDetail of(String name, HttpStatusCode status, Object... arguments) {
        return of(name, status, List.of(arguments));
    }

    boolean knows(String name) {
        return texts.knows(name);
    }

    private ProblemDetail of(String name, HttpStatusCode status, List<Object> arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(URN + name));
        problem.setTitle(texts.title(name, arguments));
        problem.setDetail(texts.detail(name, arguments));
        Boolean retryable = texts.retryable(name);
        if (retryable != null) {
            problem.setProperty("retryable", retryable);
        }
        return problem;
    }
}
