package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Nothing that a model or a user writes becomes more than text: no script, no request, no disguise. */
class PageRenderingTests extends ScriptedPage {

    /** Elements that a text may become, links and the page's own copy button included. */
    private static final String OUTSIDERS =
            ".prose :not(div,span,p,a,b,blockquote,br,code,del,em,h3,h4,h5,h6,hr,li,ol,pre,strong,sub,sup,table,tbody,td,"
                    + "th,thead,tr,ul,button)";

    /** Notes whatever is inserted that should not be, even for a moment, and whatever runs. */
    private static final String WATCH = """
            window.intruders = [];
            new MutationObserver(() => {
              for (const e of document.querySelectorAll(%s)) intruders.push(e.outerHTML);
              for (const e of document.querySelectorAll('.prose *'))
                for (const a of e.attributes) if (/^on|^style$|^src/i.test(a.name)) intruders.push(e.outerHTML);
            }).observe(document, {subtree: true, childList: true, attributes: true});
            """.formatted('"' + OUTSIDERS + '"');

    @BeforeEach
    void open() {
        browser.context().addInitScript(WATCH);
        agent.page().onDialog(dialog -> {
            throw new AssertionError("a script of the text ran");
        });
        agent.opensThePage();
    }

    @Test
    void hostileMarkdownStaysInertWhileItStreamsAndAfter() throws IOException {
        agent.asks("Écris du HTML.");
        var answer = api.nextAnswer();
        var hostile = hostile();
        for (int i = 0; i < hostile.length(); i += 7) {
            answer.token(hostile.substring(i, Math.min(i + 7, hostile.length())));
        }
        assertThat(agent.lastAnswerText()).containsText("FIN DU TEXTE");
        answer.done();
        agent.waitsForTheEnd();

        assertInert();
        assertThat(agent.lastAnswerText()).containsText("<script>intruders.push(\"script\")</script>");

        agent.reloads();
        assertThat(agent.lastAnswerText()).containsText("FIN DU TEXTE");
        assertInert();
    }

    @Test
    void linksShowWhereTheyGoAndOnlyGoToTheWeb() throws IOException {
        api.conversation("Liens").with("Des liens ?", hostile());
        agent.reloads().opens("Liens");
        assertThat(agent.lastAnswerText()).containsText("FIN DU TEXTE");

        assertThat(agent.lastAnswerText().locator("a").all()).isNotEmpty().allSatisfy(link -> {
            assertThat(link.getAttribute("href")).matches("(https?://|mailto:).*");
            assertThat(link.getAttribute("rel")).contains("noopener", "noreferrer");
        });
        assertThat(agent.lastAnswerText()).containsText("votre banque (hameconnage.example)");
        assertThat(agent.lastAnswerText()).containsText("Image non chargée : logo (traceur.example)");
    }

    @Test
    void directionControlsAreShownRatherThanObeyed() {
        agent.asks("Montant \u202E€ 21\u202C CANARI-7f3a");
        api.nextAnswer().token("Payez \u202E€ 21\u202C et \u2066ici\u2069.").done();

        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText("Payez ⟦U+202E⟧€ 21⟦U+202C⟧ et ⟦U+2066⟧ici⟦U+2069⟧.");
        assertThat(agent.lastQuestion()).containsText("Montant ⟦U+202E⟧€ 21⟦U+202C⟧ CANARI-7f3a");
        assertThat(agent.page().title()).doesNotContain("\u202E");
    }

    @Test
    void questionsAndTitlesAreNeverMarkup() {
        var text = "<img src=x onerror=intruders.push(1)> **gras** [lien](https://a.example)";
        api.conversation(text).with(text, "Bien.");
        agent.reloads().opens("<img src=x");

        assertThat(agent.lastQuestion()).containsText(text);
        assertThat(agent.lastQuestion().locator("strong, a, img")).hasCount(0);
        assertThat(agent.page().locator("h1")).hasText(text);
        assertInert();
    }

    private void assertInert() {
        assertThat((List<?>) agent.page().evaluate("intruders")).isEmpty();
        assertThat(agent.page().locator(OUTSIDERS)).hasCount(0);
    }

    private static String hostile() throws IOException {
        return new ClassPathResource("page/hostile.md").getContentAsString(StandardCharsets.UTF_8);
    }
}
