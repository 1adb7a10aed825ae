package fr.isere.iris.page;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.sun.net.httpserver.HttpExchange;
import fr.isere.iris.testing.IrisTest;
import fr.isere.iris.testing.SignedIn;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Base of the tests of the page: its files and headers are the application's, the API is a {@link ScriptedApi}. */
@IrisTest
@Tag("chromium")
abstract class ScriptedPage {

    @RegisterExtension
    final Browser browser = new Browser();

    @Autowired
    private MockMvc application;

    ScriptedApi api;
    Agent agent;

    @BeforeEach
    void serveThePage() throws IOException {
        api = browser.closesLater(new ScriptedApi(this::file));
        browser.mayAddress(api.url());
        agent = new Agent(browser, api.url());
    }

    private void file(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = ask(exchange.getRequestURI());
            answer.getHeaderNames()
                    .forEach(name -> answer.getHeaders(name)
                            .forEach(value -> exchange.getResponseHeaders().add(name, value)));
            exchange.getResponseHeaders().remove("Content-Length");
            var body = answer.getContentAsByteArray();
            exchange.sendResponseHeaders(answer.getStatus(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private MockHttpServletResponse ask(URI file) throws IOException {
        try {
            return application
                    .perform(get(file).with(SignedIn.agent()))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
