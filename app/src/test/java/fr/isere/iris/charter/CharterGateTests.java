package fr.isere.iris.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.testing.IrisTest;
import fr.isere.iris.testing.SignedIn;
import fr.isere.iris.testing.TestSettings;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@IrisTest
class CharterGateTests {

    private final String subject = UUID.randomUUID().toString();
    private final RequestPostProcessor someone = SignedIn.as(subject, Role.ELU, Role.REFERENT);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Charter charter;

    @Test
    void newcomerMustAccept() throws Exception {
        mvc.perform(get("/api/me").with(someone))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Camille Martin"))
                .andExpect(jsonPath("$.roles", contains("ELU", "REFERENT")))
                .andExpect(jsonPath("$.charter.version").value("2025-06"))
                .andExpect(jsonPath("$.charter.accepted").value((Object) null))
                .andExpect(jsonPath("$.charter.mustAccept").value(true));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> charter.requireAccepted(person()))
                .satisfies(problem -> assertThat(problem.name()).isEqualTo("charter-not-accepted"));
    }

    @Test
    void acceptanceOpensTheGateAndIsKeptWithVersionAndDate() throws Exception {
        accept("{\"version\": \"2025-06\"}", 204);
        assertThatNoException().isThrownBy(() -> charter.requireAccepted(person()));
        mvc.perform(get("/api/me").with(someone))
                .andExpect(jsonPath("$.charter.accepted.version").value("2025-06"))
                .andExpect(jsonPath(
                        "$.charter.accepted.date", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")))
                .andExpect(jsonPath("$.charter.mustAccept").value(false));
        mvc.perform(get("/api/charter").with(someone)).andExpect(jsonPath("$.changes", hasSize(0)));
    }

    @Test
    void charterShowsItsRulesAndAllChangesToANewcomer() throws Exception {
        mvc.perform(get("/api/charter").with(someone))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.date").value("2025-06-01"))
                .andExpect(jsonPath("$.rules", hasSize(6)))
                .andExpect(jsonPath("$.changes", hasSize(1)))
                .andExpect(jsonPath("$.official").value((Object) null))
                .andExpect(jsonPath("$.reminder").isNotEmpty());
    }

    @Test
    void versionThatIsNoLongerInForceCannotBeAccepted() throws Exception {
        accept("{\"version\": \"2024-01\"}", 409);
    }

    @Test
    void acceptanceWithoutAVersionIsInvalid() throws Exception {
        accept("{}", 400);
    }

    @Test
    void officialTextThatIsNotThereIsNotFound() throws Exception {
        mvc.perform(get("/api/charter/official").with(someone))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private void accept(String body, int status) throws Exception {
        mvc.perform(post("/api/charter/acceptances")
                        .with(someone)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status));
    }

    private CurrentUser person() {
        return new CurrentUser(TestSettings.ISSUER + "|" + subject, "Camille Martin", Set.of(Role.ELU));
    }
}
