package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.Agent;

/** What an exploitant does on the page of models with a second release of the demonstration's model. */
final class ModelsPage {

    /** In milliseconds: a small model that is evaluated on a machine that does other things. */
    static final double PATIENCE = 480_000;

    static final String ACTIVE = "SmolLM2 135M";

    private static final String NEW = "SmolLM2 135M (2)";

    private final Agent hugo;

    private ModelsPage(Agent hugo) {
        this.hugo = hugo;
    }

    static ModelsPage openedBy(Agent hugo) {
        hugo.link("Modèles").click();
        return new ModelsPage(hugo);
    }

    void proposes() {
        hugo.button("Proposer un modèle").click();
        dialog().getByLabel(ACTIVE).check();
        confirms("Proposer");
        assertThat(row(NEW)).containsText("Proposé");
    }

    /** @param source as its choice begins: a file's name, or the model's name in the registry */
    void importsFrom(String source) {
        does("Importer");
        dialog().getByLabel(source).check();
        confirms("Importer");
    }

    void evaluates() {
        does("Évaluer");
        becomes("Évalué");
        row(NEW).getByRole(AriaRole.BUTTON, named("Réussie")).click();
        assertThat(dialog()).containsText("épreuves réussies");
        assertThat(dialog()).containsText("Jetons par seconde");
        hugo.page().keyboard().press("Escape");
        does("Déclarer prêt");
        becomes("Prêt");
    }

    void tries() {
        does("Essayer");
        confirms("Commencer l’essai");
        becomes("Essai sur 5 %");
        does("Changer la part");
        dialog().getByLabel("50 % des nouvelles conversations").check();
        confirms("Changer la part");
        becomes("Essai sur 50 %");
    }

    void activates() {
        does("Activer");
        confirms("Activer");
        becomes("Actif");
    }

    void rollsBack() {
        hugo.button("Revenir à " + ACTIVE).click();
        confirms("Revenir");
        becomes("Prêt");
        assertThat(hugo.page().locator("table.releases")).containsText("Actif");
    }

    /** Presses the new release's button. */
    void does(String name) {
        row(NEW).getByRole(AriaRole.BUTTON, named(name)).click();
    }

    void becomes(String state) {
        assertThat(row(NEW).locator(".badge"))
                .hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    /** The new release's. */
    Locator row() {
        return row(NEW);
    }

    Locator row(String name) {
        Locator table = hugo.page().locator("table.releases tr[data-release]");
        Locator head = hugo.page().locator("th").filter(new Locator.FilterOptions().setHasText(name));
        return table.filter(new Locator.FilterOptions().setHas(head)).first();
    }

    private void confirms(String name) {
        dialog().getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private Locator dialog() {
        return hugo.page().getByRole(AriaRole.DIALOG);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
