package fr.isere.iris.charter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.identity.People;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who accepted the charter, written by another version of IRIS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredFormatsTests {

    private final IrisForTests iris = IrisForTests.start(new ScriptedModel());
    private final ApiClient agent = iris.signIn("agent");

    @AfterAll
    void stop() {
        iris.close();
    }

    @Test
    void whatVersionOneWroteIsRead() {
        store("2026-11-28T10:00:00Z 2025-06");

        assertThat(agent.get("/api/me").json().at("/charter/accepted/version").asString())
                .isEqualTo("2025-06");
        assertThat(agent.get("/api/me").json().at("/charter/accepted/date").asString())
                .isEqualTo("2026-11-28T10:00:00Z");
        assertThat(mustAccept()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\":\"2025-06\"}", "{\"version\": \"2025-06\", \"by\": [1]}", "2025-06", ""})
    void whoseAcceptanceIsOfAnotherFormIsAskedAgainAndSaysYesAgain(String form) {
        store(form);
        assertThat(mustAccept()).isTrue();

        agent.acceptsTheCharter();

        assertThat(mustAccept()).isFalse();
    }

    private void store(String form) {
        String person = iris.bean(People.class).pseudonymOf("agent");
        Key key = Key.of("charter", person).ownedBy(person);
        iris.bean(ExpiringStore.class).put(key, form, Duration.ofHours(1));
    }

    private boolean mustAccept() {
        return agent.get("/api/me").json().at("/charter/mustAccept").asBoolean();
    }
}
