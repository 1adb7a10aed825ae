package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real Chromium for a test: one process for all tests, one fresh profile a test.
 *
 * <p>A test fails, whatever it asserts, when the page logs an error (Chromium reports violations of the content
 * security policy there), throws, or asks anything of an origin that the test did not name.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Browser.class);
    private static final Set<String> LOCAL_SCHEMES = Set.of("data", "blob", "about");

    private final Set<String> origins = new HashSet<>();
    private final List<Pattern> expected = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<AutoCloseable> behind = new ArrayList<>();
    private @Nullable BrowserContext context;

    /** Origins that pages may address: the application's, and the identity provider's in a sign-in. */
    public Browser mayAddress(String... urls) {
        for (var url : urls) {
            origins.add(origin(url));
        }
        return this;
    }

    /** Lets console errors pass that contain this regular expression, such as the one Chromium logs for a 409. */
    public Browser expectsError(String regex) {
        expected.add(Pattern.compile(regex));
        return this;
    }

    /** Closes this when the browser no longer needs it, before what was named earlier. */
    public <T extends AutoCloseable> T closesLater(T server) {
        behind.add(server);
        return server;
    }

    /** Opens one more page in this test's profile. */
    public Page page() {
        return context().newPage();
    }

    /** This test's profile: cookies, storage and emulation. */
    public BrowserContext context() {
        if (context == null) {
            throw new IllegalStateException("the browser opens with the test");
        }
        return context;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        var chromium = test.getRoot().getStore(NAMESPACE).computeIfAbsent(Chromium.class);
        context = chromium.newContext();
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(this::heed);
        context.onWebError(error -> complaints.add("page error: " + error.error()));
        context.onRequest(this::heed);
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        var open = context();
        if (test.getExecutionException().isPresent() || !complaints.isEmpty()) {
            screenshots(
                    open,
                    test.getRequiredTestClass().getSimpleName() + "-"
                            + test.getRequiredTestMethod().getName());
        }
        open.close();
        for (int last = behind.size() - 1; last >= 0; last--) {
            behind.get(last).close();
        }
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private void heed(ConsoleMessage message) {
        if (message.type().equals("error")
                && expected.stream().noneMatch(it -> it.matcher(message.text()).find())) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void heed(Request request) {
        var url = request.url();
        if (!LOCAL_SCHEMES.contains(url.substring(0, url.indexOf(':'))) && !origins.contains(origin(url))) {
            complaints.add("request to another origin: " + url);
        }
    }

    private static void screenshots(BrowserContext context, String name) {
        for (int i = 0; i < context.pages().size(); i++) {
            var file = Path.of("target", "screenshots", name + (i == 0 ? "" : "-" + i) + ".png");
            context.pages().get(i).screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    private static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
