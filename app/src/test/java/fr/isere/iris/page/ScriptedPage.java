package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpExchange;
import fr.isere.iris.testing.IrisTest;
import fr.isere.iris.testing.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** The frames in which the page scrolls to what is new. */
    private static final String SETTLED =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private static final Map<MockMvc, Map<URI, MockHttpServletResponse>> FILES = new ConcurrentHashMap<>();

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

    /** Looks at the page through a window of this size, in these colours, with nothing that moves. */
    final void looksThrough(int width, int height, ColorScheme colours) {
        agent.page().setViewportSize(width, height);
        agent.page()
                .emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Fails on a violation of WCAG 2.2 AA and on a page wider than its window; leaves a picture of what was seen. */
    final void check(String screen) {
        agent.page().evaluate(SETTLED);
        var window = agent.page().viewportSize();
        var dark = Boolean.TRUE.equals(agent.page().evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
        var picture = "%s-%d%s.png".formatted(screen.replaceAll("\\W+", "-"), window.width, dark ? "-dark" : "");
        agent.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", picture)));
        Axe.assertAccessible(agent.page(), screen);
        assertThat((int) agent.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels beyond the screen's edge on " + screen)
                .isLessThanOrEqualTo(0);
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

    /** The application gives each of its files alike to all: it is asked once, for a page has more than a hundred. */
    private MockHttpServletResponse ask(URI file) throws IOException {
        var known = FILES.computeIfAbsent(application, it -> new ConcurrentHashMap<>());
        var answer = known.get(file);
        if (answer == null) {
            answer = askNow(file);
            if (answer.getStatus() == 200) {
                known.put(file, answer);
            }
        }
        return answer;
    }

    private MockHttpServletResponse askNow(URI file) throws IOException {
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
