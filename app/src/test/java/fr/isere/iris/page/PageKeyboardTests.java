package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job without a mouse, and without ever losing the place. */
class PageKeyboardTests extends ScriptedPage {

    private Keyboard keyboard;

    @BeforeEach
    void open() {
        api.conversation("Note sur les digues").with("Les digues ?", "Elles protègent la vallée.");
        agent.opensThePage();
        assertThat(agent.heading("Quel est votre objectif ?")).isVisible();
        keyboard = agent.page().keyboard();
    }

    @Test
    void aQuestionIsAskedStoppedAndAskedAgain() {
        tabTo(agent.link("Aller à la saisie"));
        keyboard.press("Enter");
        assertThat(agent.composer()).isFocused();
        keyboard.type("Deux lignes");
        keyboard.press("Shift+Enter");
        keyboard.type("CANARI-7f3a");
        keyboard.press("Enter");
        api.nextAnswer().token("Voici");
        assertThat(agent.lastAnswerText()).hasText("Voici");
        assertThat(agent.composer()).isFocused();
        assertThat(agent.composer()).hasValue("");

        keyboard.press("Escape");
        assertThat(agent.lastAnswer()).containsText("Réponse arrêtée à votre demande");
        assertThat(agent.lastQuestion()).containsText("Deux lignes\nCANARI-7f3a");

        tabBackTo(agent.lastAnswer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Régénérer")));
        keyboard.press("Enter");
        api.nextAnswer().token("Voilà").done();
        assertThat(agent.lastAnswerText()).hasText("Voilà");
        tabTo(agent.lastAnswer().getByLabel("Version précédente"));
        keyboard.press("Enter");
        assertThat(agent.lastAnswerText()).hasText("Voici");
    }

    @Test
    void aConversationIsFoundRenamedAndErased() {
        keyboard.press("Control+k");
        keyboard.type("digues");
        keyboard.press("Enter");
        assertThat(agent.page().locator("h1")).hasText("Note sur les digues");

        tabTo(agent.button("Renommer"));
        keyboard.press("Enter");
        keyboard.type("Digues de l’Isère");
        keyboard.press("Enter");
        assertThat(agent.page().locator("h1")).hasText("Digues de l’Isère");
        assertThat(agent.button("Renommer")).isFocused();

        tabTo(agent.button("Effacer maintenant"));
        keyboard.press("Enter");
        assertThat(agent.button("Annuler")).isFocused();
        keyboard.press("Escape");
        assertThat(agent.button("Effacer maintenant")).isFocused();
        keyboard.press("Enter");
        keyboard.press("Tab");
        keyboard.press("Enter");
        assertThat(agent.heading("Conversation effacée")).isFocused();
    }

    @Test
    void shortcutsOpenAndGiveTheFocusBack() {
        agent.opens("Note sur les digues");
        assertThat(agent.answers()).hasCount(1);

        keyboard.press("?");
        assertThat(agent.heading("Raccourcis clavier")).isVisible();
        keyboard.press("Escape");
        assertThat(agent.heading("Raccourcis clavier")).isHidden();

        keyboard.press("Control+Shift+O");
        assertThat(agent.composer()).isFocused();
        keyboard.type("Pourquoi ?");
        assertThat(agent.composer()).hasValue("Pourquoi ?");
        assertThat(agent.heading("Raccourcis clavier")).isHidden();
    }

    private void tabTo(Locator target) {
        press("Tab", target);
    }

    private void tabBackTo(Locator target) {
        press("Shift+Tab", target);
    }

    /** At most as many times as there are places to go. */
    private void press(String key, Locator target) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            keyboard.press(key);
        }
        assertThat(target).isFocused();
    }
}
