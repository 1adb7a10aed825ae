package fr.isere.iris.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import java.util.Objects;

/** The provider of the demonstration. */
final class DemoIdentity implements IdentityProvider {

    private static final String ACCOUNT = "agent";

    private final DemoProvider provider;

    private DemoIdentity(DemoProvider provider) {
        this.provider = provider;
    }

    /** The one that all journeys share; it ends with the JVM. */
    static DemoIdentity shared() {
        return Shared.INSTANCE;
    }

    @Override
    public String issuer() {
        return provider.issuer();
    }

    @Override
    public String clientId() {
        return DemoProvider.CLIENT_ID;
    }

    @Override
    public String clientSecret() {
        return provider.clientSecret();
    }

    /** The secret of {@link DemoProvider#SCRIPTS_CLIENT_ID}. */
    String scriptsSecret() {
        return provider.scriptsSecret();
    }

    @Override
    public void signIn(Page page) {
        signIn(page, ACCOUNT);
    }

    private void signIn(Page page, String account) {
        page.getByLabel("Identifiant").fill(account);
        page.getByLabel("Mot de passe")
                .fill(Objects.requireNonNull(provider.passwords().get(account)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se connecter"))
                .click();
    }

    /** Camille opens IRIS at this address and signs in. */
    Agent signIn(Browser browser, String url) {
        return signIn(browser, url, ACCOUNT);
    }

    /** Whoever has this account opens IRIS at this address and signs in. */
    Agent signIn(Browser browser, String url, String account) {
        browser.mayAddress(url, issuer());
        var somebody = new Agent(browser, url).opensThePage();
        signIn(somebody.page(), account);
        return somebody;
    }

    private static final class Shared {
        private static final DemoIdentity INSTANCE = new DemoIdentity(DemoProvider.start());
    }
}
