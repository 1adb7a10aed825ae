package fr.isere.iris.problems;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.isere.iris.testing.IrisTest;
import fr.isere.iris.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@IrisTest
@Import(ProblemAnswersTests.Failing.class)
class ProblemAnswersTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void unknownPathIsNotFound() throws Exception {
        problem(get("/api/nowhere"), 404, "not-found");
    }

    @Test
    void wrongMethodIsToldWithThoseThatWork() throws Exception {
        problem(patch("/api/failing/body"), 405, "method-not-allowed").andExpect(header().string("Allow", "POST"));
    }

    @Test
    void malformedJsonIsTold() throws Exception {
        problem(
                post("/api/failing/body")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":"),
                400,
                "request-invalid");
    }

    @Test
    void valueOfTheWrongTypeIsTold() throws Exception {
        problem(get("/api/failing/number/abc"), 400, "request-invalid");
    }

    @Test
    void otherMediaTypeIsRefused() throws Exception {
        problem(
                post("/api/failing/body").contentType(MediaType.TEXT_PLAIN).content("x"),
                415,
                "media-type-unsupported");
    }

    @Test
    void otherAnswerFormatIsRefused() throws Exception {
        problem(get("/api/failing/number/1").accept(MediaType.IMAGE_PNG), 406, "not-acceptable");
    }

    @Test
    void bodyOverTheLimitIsRefused() throws Exception {
        problem(
                post("/api/failing/body")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(new byte[2 * 1024 * 1024 + 1]),
                413,
                "request-too-large");
    }

    @Test
    void storageThatIsAwayMayBeTriedAgain() throws Exception {
        problem(get("/api/failing/storage"), 503, "storage-unavailable")
                .andExpect(jsonPath("$.retryable").value(true));
    }

    @Test
    void namedProblemKeepsItsStatusAndText() throws Exception {
        problem(get("/api/failing/named"), 403, "charter-not-accepted")
                .andExpect(jsonPath("$.title").value("Charte à accepter"));
    }

    @Test
    void unexpectedFailureTellsAReferenceAndNothingElse() throws Exception {
        problem(get("/api/failing/unexpected"), 500, "internal")
                .andExpect(jsonPath("$.detail", matchesPattern(".*référence [0-9a-f]{8} .*")))
                .andExpect(content().string(not(containsString("what somebody wrote"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void clientOfAnEventStreamGetsProblemsToo() throws Exception {
        problem(get("/api/failing/named").accept(MediaType.TEXT_EVENT_STREAM), 403, "charter-not-accepted");
    }

    @Test
    void browserGetsAFrenchPage() throws Exception {
        mvc.perform(get("/nowhere").accept(MediaType.TEXT_HTML).with(SignedIn.agent()))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("<h1>Page introuvable</h1>")))
                .andExpect(content().string(containsString("Revenir à l’accueil")));
    }

    private ResultActions problem(MockHttpServletRequestBuilder request, int status, String name) throws Exception {
        return mvc.perform(request.with(SignedIn.agent()))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(jsonPath("$.type").value("urn:iris:problem:" + name))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.properties").doesNotExist());
    }

    @RestController
    static class Failing {

        record Body(String text) {}

        @PostMapping(path = "/api/failing/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        String body(@RequestBody Body body) {
            return body.text();
        }

        @GetMapping(path = "/api/failing/number/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
        int number(@PathVariable("number") int number) {
            return number;
        }

        @GetMapping("/api/failing/storage")
        String storage() {
            throw new RedisConnectionFailureException("Redis is away");
        }

        @GetMapping("/api/failing/named")
        String named() {
            throw new ProblemException("charter-not-accepted", HttpStatus.FORBIDDEN);
        }

        @GetMapping("/api/failing/unexpected")
        String unexpected() {
            throw new IllegalStateException("what somebody wrote");
        }
    }
}
