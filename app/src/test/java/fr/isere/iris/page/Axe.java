package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** The accessibility rules of WCAG 2.2, levels A and AA, as far as axe-core checks them. */
public final class Axe {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /** Fails with the rule and the elements of each violation on the page as it is now. */
    public static void assertAccessible(Page page, String screen) {
        var found = new AxeBuilder(page).withTags(TAGS).analyze();
        assertThat(found.getPasses())
                .as("rules that axe could check on " + screen)
                .isNotEmpty();
        assertThat(found.getViolations())
                .as("accessibility of " + screen)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
    }
}
