package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees whose system sets the colours, as Windows does with its contrast themes: what a tint said is still told apart. */
class PageForcedColoursTests extends VerificationPage {

    private static final String BOX_OF = """
        verdict => {
          const [range] = CSS.highlights.get(`verify-${verdict}`);
          const { x, y, width, height } = range.getBoundingClientRect();
          return [x, y, width, height];
        }
        """;

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "820, 1180, DARK", "320, 700, DARK"})
    void whatATintSaidIsToldApart(int width, int height, ColorScheme colours) throws IOException {
        looksThrough(width, height, colours);
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        var conversation = conversationWithTheReport();
        api.documents().in(conversation, "en cours.pdf").isRead(40, 215);
        agent.page().navigate(api.url() + "/#/c/" + conversation.id);
        assertThat(row("en cours.pdf")).isVisible();
        assertThatProgressIsSeen();
        getsAComparedAnswer(conversation);
        assertThatLinesAreNotFilledIn();
        assertThatAPressedButtonIsSeenAndItsFocusToo();
        assertThat(style(agent.page().locator(".bubble"), "borderTopStyle")).isEqualTo("solid");
        assertThatThePointerLeavesWordsReadable();
    }

    private void assertThatProgressIsSeen() throws IOException {
        agent.page().locator("progress").scrollIntoViewIfNeeded();
        BoundingBox box = agent.page().locator("progress").boundingBox();
        BufferedImage bar = picture(box.x, box.y, box.width, box.height);
        int middle = bar.getHeight() / 2;
        assertThat(bar.getRGB(4, middle)).isNotEqualTo(bar.getRGB(bar.getWidth() - 5, middle));
        assertThat(colour(bar.getRGB(bar.getWidth() - 5, middle)))
                .as("what is left")
                .isEqualTo(system("Canvas"));
    }

    /** Whose verdict is what, the line under the words says; a filled ground would hide it. */
    private void assertThatLinesAreNotFilledIn() throws IOException {
        for (var verdict : new String[] {"supported", "contradicted", "not-found"}) {
            agent.lastAnswerText().scrollIntoViewIfNeeded();
            var box = (List<?>) agent.page().evaluate(BOX_OF, verdict);
            BufferedImage seen = picture(number(box, 0), number(box, 1), number(box, 2), number(box, 3));
            assertThat(colour(seen.getRGB(0, 2)))
                    .as("behind what is " + verdict)
                    .isEqualTo(system("Canvas"));
            int under = 0;
            for (int x = 0; x < seen.getWidth(); x++) {
                under += hasLineBelow(seen, x) ? 1 : 0;
            }
            assertThat(under).as("columns with a line under what is " + verdict).isGreaterThan(seen.getWidth() / 3);
        }
    }

    /** In its lowest quarter: below the letters. */
    private boolean hasLineBelow(BufferedImage seen, int x) {
        int ground = seen.getRGB(0, 2);
        for (int y = seen.getHeight() * 3 / 4; y < seen.getHeight(); y++) {
            if (seen.getRGB(x, y) != ground) {
                return true;
            }
        }
        return false;
    }

    private void assertThatAPressedButtonIsSeenAndItsFocusToo() {
        Locator useful = agent.lastAnswer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Utile"));
        useful.first().focus();
        agent.page().keyboard().press("Enter");
        assertThat(useful.first()).hasAttribute("aria-pressed", "true");
        assertThat(style(useful.first(), "backgroundColor")).isEqualTo(system("Highlight"));
        assertThat(style(useful.first(), "color")).isEqualTo(system("HighlightText"));
        assertThat(style(useful.first(), "outlineWidth")).isEqualTo("3px");
        agent.page().keyboard().press("Tab");
        assertThat(style(useful.first(), "outlineStyle"))
                .as("without the focus")
                .isEqualTo("none");
    }

    private void assertThatThePointerLeavesWordsReadable() {
        Locator send = agent.page().locator(".composer .primary");
        send.hover();
        assertThat(Map.of("ground", style(send, "backgroundColor"), "words", style(send, "color")))
                .isEqualTo(Map.of("ground", system("Highlight"), "words", system("HighlightText")));
    }

    private BufferedImage picture(double x, double y, double width, double height) throws IOException {
        var clip =
                new Page.ScreenshotOptions().setClip(Math.ceil(x), Math.ceil(y), Math.floor(width), Math.floor(height));
        return ImageIO.read(new ByteArrayInputStream(agent.page().screenshot(clip)));
    }

    private String style(Locator element, String property) {
        return (String) element.evaluate("(element, name) => getComputedStyle(element)[name]", property);
    }

    /** What the system has for one of its names, as {@code rgb(…)}. */
    private String system(String name) {
        return (String) agent.page().evaluate("""
            name => {
              const probe = document.createElement('i');
              probe.style.cssText = `forced-color-adjust: none; background: ${name}`;
              document.body.append(probe);
              const { backgroundColor } = getComputedStyle(probe);
              probe.remove();
              return backgroundColor;
            }
            """, name);
    }

    private static String colour(int rgb) {
        return "rgb(%d, %d, %d)".formatted(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    private static double number(List<?> box, int i) {
        return ((Number) box.get(i)).doubleValue();
    }
}
