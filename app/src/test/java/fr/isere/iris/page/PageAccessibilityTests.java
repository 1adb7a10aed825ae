package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Finding;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, at the sizes and in the colours that people use: no violation of WCAG 2.2 AA, nothing cut off. */
class PageAccessibilityTests extends ScriptedPage {

    private static final String RICH = """
            ### Budget

            Le programme mobilise **14,2 M€** d’ici 2031, soit 40 % du total.

            | Action | Montant |
            | --- | --- |
            | Digues | 2,1 M€ |

            ```java
            int somme = 14 + 2; // euros
            ```

            > Une citation, et un [lien](https://www.exemple.fr/page).
            """;

    @ParameterizedTest
    @CsvSource({
        "1440, 900, LIGHT",
        "1440, 900, DARK",
        "820, 1180, LIGHT",
        "820, 1180, DARK",
        "320, 700, LIGHT",
        "320, 700, DARK"
    })
    void everyScreen(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        charter();
        home();
        answer();
        endings();
        dialogs();
        farewell();
    }

    private void charter() {
        api.answers("GET /api/me", "me-first-time.json");
        agent.opensThePage();
        assertThat(agent.button("J’ai lu et j’accepte")).isVisible();
        check("the charter's gate");
        api.answers("GET /api/me", "me.json");
        agent.acceptsTheCharter();
    }

    private void home() {
        assertThat(agent.heading("Quel est votre objectif ?")).isVisible();
        check("the empty page");
        api.answers("GET /api/models", "models-down.json");
        agent.reloads();
        assertThat(agent.page().getByText("IRIS est momentanément indisponible"))
                .isVisible();
        check("the empty page without a model");
    }

    private void answer() {
        agent.asks("CANARI-7f3a : quel budget ?");
        var answer = api.nextAnswer().event("queued", Map.of("position", 3));
        assertThat(agent.lastAnswer()).containsText("Vous êtes 3ᵉ dans la file.");
        answer.event("queued", Map.of("position", 2, "seconds", 83));
        assertThat(agent.lastAnswer()).containsText("Vous êtes 2ᵉ dans la file, environ 85 s.");
        check("an answer in the queue");
        answer.token(RICH);
        assertThat(agent.lastAnswerText()).containsText("Une citation");
        check("an answer that streams");
        answer.done(finding("amount", "14,2 M€"), finding("date", "2031"), finding("percentage", "40 %"));
        agent.waitsForTheEnd();
        check("an answer");
        agent.lastAnswer().getByText("1 montant").click();
        check("an answer with a place to check");
        agent.lastQuestion().getByText("Modifier").click();
        check("a question that is edited");
        agent.page().keyboard().press("Escape");
    }

    private void endings() {
        agent.regenerates();
        api.nextAnswer().token("Le début").fails(Problem.of("model-down", 503, "Le modèle s’est arrêté.", true));
        assertThat(agent.lastAnswer()).containsText("Le modèle s’est arrêté.");
        check("an answer that failed, beside another version");
    }

    private void dialogs() {
        agent.page().keyboard().press("Control+k");
        assertThat(agent.page().getByLabel("Conversation ou commande")).isVisible();
        check("the palette");
        agent.page().keyboard().press("Escape");
        agent.button("Effacer maintenant").click();
        check("the question before erasing");
        agent.button("Effacer la conversation").click();
    }

    private void farewell() {
        assertThat(agent.heading("Conversation effacée")).isVisible();
        check("a conversation erased");
        agent.page().navigate(api.url() + "/#/charte");
        assertThat(agent.heading("Charte et aide")).isVisible();
        check("the charter and the help");
    }

    private static Finding finding(String kind, String text) {
        return Finding.in(RICH, kind, text);
    }
}
