package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page's scripts keep the types that their JSDoc declares, by TypeScript's compiler in the real browser: no Node. */
@Tag("chromium")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PageTypesTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void everyScriptKeepsTheTypesItDeclares() {
        var types = new TypeChecker(browser.page());
        var scripts = types.pageScripts();

        assertThat(scripts).isNotEmpty();
        assertThat(scripts.values())
                .noneMatch(script -> script.contains("@ts-nocheck") || script.contains("@ts-ignore"));
        assertThat(types.errorsIn(scripts)).isEmpty();
    }

    @Test
    void namesTheFileAndLineOfAWrongType() {
        var types = new TypeChecker(browser.page());
        var wrong = Map.of("/js/wrong.js", """
                import {html} from 'lit';
                import {marked} from 'marked';
                import DOMPurify from 'dompurify';
                html(3);
                marked.parse(3);
                DOMPurify.sanitise('a');
                /** @param {string} name */
                export const greet = (name) => name.toFixed();
                export const untyped = (anything) => anything;
                import './missing.js';
                """);

        assertThat(types.errorsIn(wrong))
                .map(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        error ->
                                assertThat(error).startsWith("/js/wrong.js:4: ").contains("TemplateStringsArray"),
                        error ->
                                assertThat(error).startsWith("/js/wrong.js:5: ").contains("'string'"),
                        error ->
                                assertThat(error).startsWith("/js/wrong.js:6: ").contains("sanitise"),
                        error ->
                                assertThat(error).startsWith("/js/wrong.js:8: ").contains("toFixed"),
                        error ->
                                assertThat(error).startsWith("/js/wrong.js:9: ").contains("implicitly"),
                        error -> assertThat(error)
                                .startsWith("/js/wrong.js:10: ")
                                .contains("missing.js"));
    }
}
