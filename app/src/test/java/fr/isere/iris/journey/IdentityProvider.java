package fr.isere.iris.journey;

import com.microsoft.playwright.Page;

/** Who says that Camille is Camille. */
interface IdentityProvider {

    String issuer();

    String clientId();

    String clientSecret();

    /** Fills this provider's form, which the page shows, in Camille's name. */
    void signIn(Page page);
}
