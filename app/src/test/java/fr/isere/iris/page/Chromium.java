package fr.isere.iris.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The installed Chromium, driven by Playwright; JUnit closes it after the last test. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(Path.of(System.getenv().getOrDefault("IRIS_TEST_CHROMIUM", "/usr/bin/chromium")))
                    // As root, which containers are, Chromium starts without its sandbox only.
                    .setArgs(List.of("--no-sandbox")));

    BrowserContext newContext() {
        return browser.newContext(new NewContextOptions().setLocale("fr-FR").setTimezoneId("Europe/Paris"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
