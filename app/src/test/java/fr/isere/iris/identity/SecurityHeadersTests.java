package fr.isere.iris.identity;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.isere.iris.testing.IrisTest;
import fr.isere.iris.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@IrisTest
class SecurityHeadersTests {

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/me", "/api/nowhere", "/nowhere", "/css/pages.css", "/au-revoir"})
    void everyAnswerTellsTheBrowserWhatToRefuse(String path) throws Exception {
        mvc.perform(get(path).secure(true).with(SignedIn.agent()))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(
                                        containsString("default-src 'none'"),
                                        containsString("script-src 'self'"),
                                        containsString("style-src 'self';"),
                                        containsString("img-src 'self';"),
                                        containsString("form-action 'self' http://127.0.0.1:9;"),
                                        containsString("base-uri 'none'"),
                                        containsString("frame-ancestors 'none'"),
                                        containsString("require-trusted-types-for 'script'"),
                                        not(containsString("unsafe")))))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Permissions-Policy", containsString("camera=()")))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/me", "/au-revoir"})
    void pageAndApiAreNeverStored(String path) throws Exception {
        mvc.perform(get(path).with(SignedIn.agent()))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void librariesAreKeptForGood() throws Exception {
        mvc.perform(get("/webjars/lit/3.3.2/index.js"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
    }

    @Test
    void ownFilesAreAskedForAgainAndSentOnceOnly() throws Exception {
        String etag = mvc.perform(get("/css/pages.css"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(get("/css/pages.css").header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified());
    }

    @Test
    void strangerIsSentToTheSignIn() throws Exception {
        mvc.perform(get("/")).andExpect(redirectedUrl("/oauth2/authorization/iris"));
    }

    @Test
    void signingOutTwiceEndsOnTheSamePage() throws Exception {
        mvc.perform(post("/logout")).andExpect(redirectedUrl("/au-revoir"));
    }

    @Test
    void providerThatIsAwayIsToldOnAPage() throws Exception {
        mvc.perform(get("/oauth2/authorization/iris").accept(MediaType.TEXT_HTML))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("Le service de connexion ne répond pas")));
    }

    @Test
    void managementIsNotOnThePortOfPeople() throws Exception {
        mvc.perform(get("/actuator/health").with(SignedIn.agent())).andExpect(status().isNotFound());
    }
}
