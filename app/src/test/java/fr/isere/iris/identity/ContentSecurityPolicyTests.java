package fr.isere.iris.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class ContentSecurityPolicyTests {

    @Test
    void importMapOfThePageMayRunByItsDigest() {
        String page = "<head><script type=\"importmap\">{}</script><script type=\"module\" src=\"/js/a.js\"></script>";
        assertThat(policyOf(page)).contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=';");
    }

    @Test
    void pageWithoutAnImportMapHasNoInlineScript() {
        assertThat(policyOf("<head></head>")).contains("script-src 'self';");
    }

    @Test
    void missingPageIsTolerated() {
        assertThat(ContentSecurityPolicy.of(new ClassPathResource("static/nowhere.html"), "https://sso.example.fr"))
                .contains("script-src 'self';", "form-action 'self' https://sso.example.fr;");
    }

    private static String policyOf(String page) {
        return ContentSecurityPolicy.of(
                new ByteArrayResource(page.getBytes(StandardCharsets.UTF_8)), "https://sso.example.fr");
    }
}
