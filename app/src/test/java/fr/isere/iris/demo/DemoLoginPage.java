package fr.isere.iris.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** The provider's form. */
class DemoLoginPage implements HandlerFunction<ServerResponse> {

    private static final String UNKNOWN =
            "<p class=\"error\" role=\"alert\">Identifiant ou mot de passe inconnu. Les mots de passe sont affichés par ops/run.</p>";

    private final String template;

    DemoLoginPage() {
        try {
            template = new ClassPathResource("demo/login.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the demonstration's sign-in page is missing", e);
        }
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        CsrfToken csrf =
                (CsrfToken) request.attribute(CsrfToken.class.getName()).orElseThrow();
        String accounts = DemoAccount.ALL.stream()
                .map(account -> "<li><code>" + account.username() + "</code> "
                        + HtmlUtils.htmlEscape(account.name(), StandardCharsets.UTF_8.name()) + "</li>")
                .collect(Collectors.joining());
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(template.replace(
                                "{{message}}",
                                request.param("error").map(error -> UNKNOWN).orElse(""))
                        .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                        .replace("{{accounts}}", accounts));
    }
}
