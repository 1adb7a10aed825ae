package fr.isere.iris.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.web.util.HtmlUtils;

/** The page of a problem, for a browser that asked for a page. */
final class ProblemPage {

    private static final String HOME = "<a class=\"button\" href=\"/\">Revenir à l’accueil</a>";
    private static final String SIGN_OUT = """
            <form method="post" action="/logout">
              <input type="hidden" name="_csrf" value="%s">
              <button class="button">Se déconnecter</button>
            </form>""";

    private final PropertyPlaceholderHelper placeholders = new PropertyPlaceholderHelper("${", "}");
    private final String template = read();

    /** @param signOut fields of the form that signs out, when the person is signed in and cannot go on */
    String of(ProblemDetail problem, @Nullable CsrfToken signOut) {
        Map<String, String> values = Map.of(
                "title", escaped(problem.getTitle()),
                "detail", escaped(problem.getDetail()),
                "status", String.valueOf(problem.getStatus()),
                "actions", signOut == null ? HOME : SIGN_OUT.formatted(escaped(signOut.getToken())));
        return placeholders.replacePlaceholders(template, values::get);
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String read() {
        try {
            return new ClassPathResource("pages/problem.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
