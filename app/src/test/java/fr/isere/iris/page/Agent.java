package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody in front of the page: what they do, and where they look, by the names that they and screen readers know. */
public final class Agent {

    /** How long a real model may take, in milliseconds, on a machine that does other things. */
    private static final double PATIENCE = 60_000;

    private final Browser browser;
    private final String url;
    private @Nullable Page page;

    /**
     * @param browser a tab of which is theirs
     * @param url of the application
     */
    public Agent(Browser browser, String url) {
        this.browser = browser;
        this.url = url;
    }

    /** Their tab; it opens when it is first needed. */
    public Page page() {
        if (page == null) {
            page = browser.page();
        }
        return page;
    }

    public Agent opensThePage() {
        page().navigate(url);
        return this;
    }

    public Agent reloads() {
        page().reload();
        return this;
    }

    public Agent acceptsTheCharter() {
        button("J’ai lu et j’accepte").click();
        return this;
    }

    public Agent opens(String conversation) {
        link(conversation).click();
        return this;
    }

    public Agent asks(String text) {
        composer().fill(text);
        button("Envoyer").click();
        return this;
    }

    public Agent stops() {
        button("Arrêter").click();
        return this;
    }

    public Agent regenerates() {
        lastAnswer().getByRole(AriaRole.BUTTON, named("Régénérer")).click();
        return this;
    }

    /** Sends another version of the last question. */
    public Agent edits(String text) {
        lastQuestion().getByRole(AriaRole.BUTTON, named("Modifier")).click();
        page().getByLabel("Modifier votre message").fill(text);
        button("Envoyer la nouvelle version").click();
        return this;
    }

    public Agent erasesTheConversation() {
        button("Effacer maintenant").click();
        button("Effacer la conversation").click();
        return this;
    }

    /** Shows the version before of a question or an answer. */
    public Agent walksBack(Locator message) {
        message.getByLabel("Version précédente").click();
        return this;
    }

    public Agent signsOut() {
        button("Se déconnecter").click();
        return this;
    }

    /** Waits for the first words of the last answer. */
    public Agent seesTheAnswerBegin() {
        assertThat(lastAnswerText())
                .hasText(Pattern.compile("\\S"), new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        return this;
    }

    /** Waits until the last answer is longer than this. */
    public Agent seesMoreThan(String text) {
        var longer = Pattern.compile("^.{%d,}$".formatted(text.length() + 20), Pattern.DOTALL);
        assertThat(lastAnswerText()).hasText(longer, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        return this;
    }

    public Locator composer() {
        return page().getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Votre demande").setExact(true));
    }

    public Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A link whose name begins so. */
    public Locator link(String name) {
        return page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    public Locator heading(String name) {
        return page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** The questions on screen, in order. */
    public Locator questions() {
        return page().locator("article.user-message");
    }

    /** The answers on screen, in order. */
    public Locator answers() {
        return page().locator("article.answer");
    }

    public Locator lastQuestion() {
        return questions().last();
    }

    public Locator lastAnswer() {
        return answers().last();
    }

    /** What the model wrote in the last answer. */
    public Locator lastAnswerText() {
        return lastAnswer().locator(".prose");
    }

    /** Waits until no answer is being written. */
    public Agent waitsForTheEnd() {
        assertThat(lastAnswer())
                .hasAttribute("aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        return this;
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
