package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where each evening of an élue begins: signed in, the charter accepted, the real model behind a real browser. */
abstract class ElueJourney {

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    Path folder;

    private final DemoIdentity provider = DemoIdentity.shared();
    private final RedisForTests redis = browser.closesLater(RedisForTests.start());
    final Iris iris = browser.closesLater(Iris.withTerseModel(redis, provider));
    private final double patience;
    Agent elue = new Agent(browser, iris.url());
    DocumentDesk desk;

    /** @param patience how long a document may be read or written up */
    ElueJourney(Duration patience) {
        this.patience = patience.toMillis();
        this.desk = new DocumentDesk(elue, this.patience);
    }

    @BeforeEach
    void signsIn() {
        elue = provider.signIn(browser, iris.url(), "elue");
        desk = new DocumentDesk(elue, patience);
        elue.acceptsTheCharter();
        assertThat(elue.heading("Quel est votre objectif ?")).isVisible();
    }
}
