package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The accessibility rules of WCAG 2.2, levels A and AA, as far as axe-core checks them. */
public final class Axe {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /**
     * Several times as fast as the builder that comes with axe-core, which loads it anew in each frame and in a page of
     * its own: IRIS has no frames, and a page that was checked before has axe-core already.
     */
    private static final String RUN = """
            async (tags) => {
              const { passes, violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return {
                passes: passes.length,
                violations: violations.flatMap(({ id, help, nodes }) =>
                  nodes.map(({ html, failureSummary }) => `${id}: ${help}\\n  ${html}\\n  ${failureSummary}`)),
              };
            }""";

    private Axe() {}

    /** Fails with the rule and the element of each violation on the page as it is now. */
    public static void assertAccessible(Page page, String screen) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(script());
        }
        var found = (Map<?, ?>) page.evaluate(RUN, TAGS);
        assertThat(found.get("passes"))
                .as("rules that axe could check on " + screen)
                .isNotEqualTo(0);
        assertThat((List<?>) found.get("violations"))
                .as("accessibility of " + screen)
                .isEmpty();
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
