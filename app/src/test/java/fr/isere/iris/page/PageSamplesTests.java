package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.Samples;
import fr.isere.iris.testing.ScriptedModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers that the page is tested with have nothing that IRIS does not send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageSamplesTests {

    private final RedisForTests redis = RedisForTests.start();
    private IrisForTests iris;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(new ScriptedModel(), redis, "iris.models.ollama.url=http://127.0.0.1:9");
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @ParameterizedTest
    @CsvSource({
        "me.json, agent, /api/me",
        "settings.json, agent, /api/settings",
        "models.json, agent, /api/models",
        "charter.json, agent, /api/charter",
        "document-limits.json, agent, /api/documents/limits",
        "releases.json, exploitant, /api/ops/releases",
        "backends.json, exploitant, /api/ops/backends",
        "audit.json, referent, /api/audit",
        "feedback-summary.json, referent, /api/feedback/summary",
        "feedback-attached.json, referent, /api/feedback/attached",
        "feedback-mine.json, agent, /api/feedback/mine"
    })
    void whatThePageIsTestedWithIsWhatIrisSends(String file, String who, String path) {
        assertThat(Samples.missing(iris.signIn(who).get(path).json(), file))
                .filteredOn(field -> !field.contains("/details/")) // of an entry of the audit: each action has its own
                .isEmpty();
    }
}
