package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.testing.RedisForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was made of bundles opens as long as all of them live. */
class OriginsTests {

    private static final String MADE = "Ce qui fut noté de deux documents.";

    private final RetentionFixture retention = new RetentionFixture(RedisForTests.shared());
    private final Origins origins = new Origins(retention.store);
    private final Key one = Key.of("document", new Ids().next()).ownedBy("nadia");
    private final Key other = Key.of("document", new Ids().next()).ownedBy("nadia");
    private final Instant end = Instant.now().plus(Duration.ofHours(1));

    @BeforeEach
    void write() {
        retention.write(one, "un", end);
        retention.write(other, "deux", end);
    }

    @AfterEach
    void close() {
        retention.close();
    }

    @Test
    void itOpensWithTheSameBundlesInAnyOrderAndWhenTheyWereWrittenAgain() {
        String sealed = seal(one, other).seal(MADE);
        retention.store.moveEnd(one, end.plus(Duration.ofHours(2)));

        assertThat(sealed).doesNotContain("deux");
        assertThat(seal(other, one, other).open(sealed)).isEqualTo(MADE);
    }

    @Test
    void itDoesNotOpenWithOneOfThemAlone() {
        String sealed = seal(one, other).seal(MADE);

        assertThatThrownBy(() -> seal(one).open(sealed)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> seal(other).open(sealed)).isInstanceOf(Unreadable.class);
    }

    @Test
    void thereIsNoSealOnceOneOfThemIsErasedOrIsAnothers() {
        assertThatThrownBy(() -> origins.sealOf(List.of(one.ownedBy("somebody else"))))
                .isInstanceOf(Unreadable.class);
        retention.store.eraseUntold(other, end);

        assertThat(origins.sealOf(List.of(one))).isPresent();
        assertThat(origins.sealOf(List.of(one, other))).isEmpty();
    }

    @Test
    void whatWasNeverSealedDoesNotOpen() {
        assertThatThrownBy(() -> seal(one).open("{\"text\": \"…\"}")).isInstanceOf(Unreadable.class);
    }

    private Seal seal(Key... bundles) {
        return origins.sealOf(List.of(bundles)).orElseThrow();
    }
}
