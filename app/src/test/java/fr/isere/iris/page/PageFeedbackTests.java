package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody thinks of an answer, and what they add to it. */
class PageFeedbackTests extends ScriptedPage {

    private static final String GIVE = "POST /api/conversations/conversation-1/messages/m2/feedback";
    private static final String LONG = "Elle protège la vallée depuis longtemps. ".repeat(60);

    private ScriptedConversation conversation;

    @BeforeEach
    void open() {
        conversation = api.conversation("Digues").with("Les digues ?", "Elles protègent la vallée.");
        agent.opensThePage().opens("Digues");
        assertThat(agent.answers()).hasCount(1);
    }

    @Test
    void anOpinionIsGivenByKeyboardSaidAloudAndStandsAfterAReload() {
        useful().focus();
        agent.page().keyboard().press("Enter");
        assertPressed(useful(), true);
        assertThat(useful()).isFocused();
        assertThat(announcements()).containsText("Merci, noté : réponse utile.");
        assertThat(form()).hasCount(0);

        agent.reloads();
        assertPressed(useful(), true);
        assertPressed(notUseful(), false);

        useful().press("Enter");
        assertPressed(useful(), false);
        assertThat(announcements()).containsText("Avis retiré.");
        assertThat(api.votes().of("conversation-1", "m2")).isNull();
    }

    @Test
    void whatWasNotUsefulAsksWhyAndTheReasonIsOneOfAFew() {
        notUseful().click();
        assertThat(form().getByRole(AriaRole.GROUP)).hasAccessibleName("Qu’est-ce qui n’allait pas ?");
        chip("Incomplet").click();
        assertPressed(chip("Incomplet"), true);
        assertThat(announcements()).containsText("Noté : Incomplet.");
        chip("Faux ou inventé").press("Space");
        assertPressed(chip("Faux ou inventé"), true);
        assertPressed(chip("Incomplet"), false);
        assertThat(announcements()).containsText("Noté : Faux ou inventé.");
        assertThat(api.votes().of("conversation-1", "m2"))
                .containsEntry("reason", "wrong")
                .containsEntry("attached", false);

        form().press("Escape");
        assertThat(form()).hasCount(0);
        assertThat(more()).isFocused();
        assertThat(more()).hasAttribute("aria-expanded", "false");
    }

    @Test
    void whatIsAttachedIsToldBeforeAndTakenBackAfter() {
        notUseful().click();
        assertThat(attach()).not().isChecked();
        assertThat(attach()).hasAccessibleDescription(Pattern.compile("effacés au bout de 30.jours"));
        form().getByRole(AriaRole.TEXTBOX).fill("Il en manque une.");
        attach().check();
        form().getByRole(AriaRole.BUTTON, named("Envoyer l’avis")).click();

        assertThat(form()).hasCount(0);
        assertThat(more()).isFocused();
        assertThat(announcements()).containsText("Merci, votre avis est transmis.");
        assertThat(note()).containsText("Question et réponse jointes jusqu’au");
        assertThat(api.votes().of("conversation-1", "m2"))
                .containsEntry("text", "Il en manque une.")
                .containsEntry("attached", true);

        agent.reloads();
        more().click();
        assertThat(form().getByRole(AriaRole.TEXTBOX)).hasValue("Il en manque une.");
        assertThat(attach()).isChecked();
        more().click();
        agent.button("Retirer ce contenu").click();
        assertThat(note()).hasCount(0);
        assertPressed(notUseful(), true);
        assertThat(notUseful()).isFocused();
        assertThat(announcements()).containsText("Contenu retiré. Votre avis reste compté.");
        assertThat(api.votes().of("conversation-1", "m2")).containsEntry("text", null);
    }

    @Test
    void whatCouldNotBeKeptIsShownNoMoreAndSaid() {
        browser.expectsError("503");
        useful().click();
        assertThat(announcements()).containsText("Merci, noté : réponse utile.");
        api.answers(GIVE, 503, Problem.of("storage-away", 503, "IRIS ne peut rien enregistrer.", true));
        notUseful().click();
        assertThat(alert()).hasText("Votre avis n’a pas été enregistré. IRIS ne peut rien enregistrer.");
        assertPressed(useful(), true);
        assertPressed(notUseful(), false);

        api.heals(GIVE);
        notUseful().click();
        assertThat(announcements()).containsText("Merci, noté : réponse pas utile.");
        assertThat(alert()).hasCount(0);
        assertPressed(notUseful(), true);
    }

    @Test
    void anOpinionCanBeGivenWhenTheFormerOnesCannotBeRead() {
        browser.expectsError("503");
        String reading = "GET /api/conversations/conversation-1/feedback";
        api.answers(reading, 503, Problem.of("storage-away", 503, "IRIS ne peut rien lire.", true));
        agent.reloads();
        useful().click();
        assertPressed(useful(), true);
        assertThat(announcements()).containsText("Merci, noté : réponse utile.");
    }

    @Test
    void theLastOfManyClicksStands() {
        var hold = api.holds(GIVE);
        useful().click();
        hold.awaitCall();
        notUseful().click();
        assertPressed(notUseful(), true);
        hold.release();
        assertThat(announcements()).containsText("Merci, noté : réponse pas utile.");
        assertPressed(notUseful(), true);
        assertThat(api.votes().of("conversation-1", "m2")).containsEntry("useful", false);
    }

    @Test
    void anEphemeralConversationTakesTheOpinionAlone() {
        api.ephemeralConversation("Brève").with("Une question", "Une réponse.");
        agent.reloads().opens("Brève");
        assertThat(agent.answers()).hasCount(1);
        notUseful().click();
        assertThat(form()).containsText("rien de ce qui s’y écrit ne peut être joint ni commenté");
        assertThat(form().getByRole(AriaRole.TEXTBOX)).hasCount(0);
        assertThat(attach()).hasCount(0);
        chip("Trop long").click();
        assertPressed(chip("Trop long"), true);
    }

    @Test
    void anAnswerBeingWrittenAndOneThatFailedAreNotRated() {
        agent.asks("Et la plaine ?");
        var answer = api.nextAnswer().token("Elle ");
        assertThat(agent.lastAnswerText()).hasText("Elle");
        assertThat(agent.lastAnswer().locator("answer-feedback")).hasCount(0);
        answer.done();
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswer().locator("answer-feedback")).hasCount(1);
    }

    @Test
    void whatOneAttachedIsSeenAndErasedAfterwards() {
        api.answers("GET /api/feedback/mine", "feedback-mine.json");
        String erasing = "DELETE /api/feedback/mine/attached-01-000000000000";
        browser.expectsError("503");
        api.answers(erasing, 503, Problem.of("storage-away", 503, "IRIS ne peut rien effacer.", true));
        agent.page().navigate(api.url() + "/#/contenus-joints");
        Locator items = agent.page().locator("attached-list li");
        assertThat(items).hasCount(2);
        Locator erase = items.first().getByRole(AriaRole.BUTTON);
        erase.click();
        assertThat(alert()).containsText("IRIS ne peut rien effacer.");
        api.answers(erasing, 204, null);
        erase.click();
        assertThat(items).hasCount(1);
        assertThat(agent.heading("Ce que j’ai joint à mes avis")).isFocused();
        assertThat(announcements()).containsText("Contenu effacé.");
        assertThat(alert()).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "820, 1180, LIGHT", "320, 700, LIGHT", "320, 700, DARK"})
    void everyStateIsAccessible(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        conversation.with("Et le reste ?", LONG);
        agent.reloads();
        assertThat(agent.answers()).hasCount(2);
        check("an answer that nobody rated");
        lastNotUseful().click();
        Locator form = agent.page().locator("feedback-form");
        form.getByText("Incomplet").click();
        form.getByRole(AriaRole.TEXTBOX).fill("Il en manque beaucoup. ".repeat(40));
        attach().check();
        attach().scrollIntoViewIfNeeded();
        check("what may be added to an opinion");
        form.getByRole(AriaRole.BUTTON, named("Envoyer l’avis")).click();
        assertThat(note()).isVisible();
        note().scrollIntoViewIfNeeded();
        check("an opinion with what was attached");
        browser.expectsError("503");
        api.answers(
                "DELETE /api/conversations/conversation-1/messages/m4/feedback",
                503,
                Problem.of("storage-away", 503, "IRIS ne peut rien enregistrer en ce moment.", true));
        lastNotUseful().click();
        assertThat(alert()).isVisible();
        check("an opinion that could not be kept");
        api.answers("GET /api/feedback/mine", "feedback-mine.json");
        agent.page().navigate(api.url() + "/#/contenus-joints");
        assertThat(agent.page().locator("attached-list li")).hasCount(2);
        check("what one attached");
        api.answers("GET /api/feedback/mine", "feedback-attached-empty.json");
        agent.reloads();
        assertThat(agent.page().getByText("Vous n’avez rien joint")).isVisible();
        check("nothing that one attached");
    }

    private Locator useful() {
        return agent.answers().first().getByRole(AriaRole.BUTTON, named("Utile"));
    }

    private Locator notUseful() {
        return agent.answers().first().getByRole(AriaRole.BUTTON, named("Pas utile"));
    }

    private Locator lastNotUseful() {
        return agent.lastAnswer().getByRole(AriaRole.BUTTON, named("Pas utile"));
    }

    private Locator more() {
        return agent.answers().first().getByRole(AriaRole.BUTTON, named("Préciser"));
    }

    private Locator form() {
        return agent.answers().first().locator(".feedback-form");
    }

    private Locator note() {
        return agent.page().locator("answer-feedback .feedback-note.state");
    }

    private Locator chip(String name) {
        return form().getByRole(AriaRole.BUTTON, named(name));
    }

    private Locator attach() {
        return agent.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName("Joindre cette question et cette réponse"));
    }

    private Locator alert() {
        return agent.page().getByRole(AriaRole.ALERT);
    }

    private Locator announcements() {
        return agent.page().getByRole(AriaRole.LOG);
    }

    private static void assertPressed(Locator button, boolean pressed) {
        assertThat(button).hasAttribute("aria-pressed", Boolean.toString(pressed));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
