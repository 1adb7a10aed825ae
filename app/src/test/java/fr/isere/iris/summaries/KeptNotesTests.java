package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.documents.DocumentErased;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Lifetimes;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** Notes live as long as their conversation and their document, and no longer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptNotesTests implements OpenConversations {

    private static final Notes NOTES = new Notes("Une note [p. 1].", List.of(new PageRef(1, 1)), List.of());
    private static final List<String> NAMES = List.of("one:a", "two:b", "one+two:c");

    private IrisForTests iris;
    private KeptNotes kept;
    private KeptNotes.Place place;
    private boolean lives;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(new ScriptedModel(), "iris.documents.warm=false");
        kept = new KeptNotes(
                iris.bean(ExpiringStore.class),
                this,
                iris.bean(Pseudonyms.class),
                iris.bean(Lifetimes.class),
                iris.bean(JsonMapper.class),
                iris.bean(Clock.class));
    }

    @AfterAll
    void stop() {
        iris.close();
    }

    @BeforeEach
    void begin() {
        lives = true;
        place = new KeptNotes.Place(
                iris.bean(Pseudonyms.class).of("somebody"), iris.bean(Ids.class).next());
        assertThat(kept.find(place, NAMES)).isEmpty();
        NAMES.forEach(name -> assertThat(kept.keep(place, name, NOTES)).isTrue());
    }

    @Test
    void notesAreFoundByWhatWasAsked() {
        assertThat(kept.find(place, NAMES)).containsOnlyKeys(NAMES).containsValue(NOTES);
    }

    @Test
    void namesInTheStoreAreNoDigestThatAnybodyCouldReckon() {
        String name = kept.name("one", "digest");

        assertThat(name).startsWith("one:").doesNotContain("digest").isEqualTo(kept.name("one", "digest"));
        assertThat(name).isNotEqualTo(kept.name("one", "another digest"));
    }

    @Test
    void notesOfADocumentGoWithIt() {
        kept.forget(new DocumentErased("somebody", place.conversationId(), "one"));

        assertThat(kept.find(place, NAMES)).containsOnlyKeys("two:b");
    }

    @Test
    void whatWasErasedIsNotBegunAgainByWhoStillWrites() {
        kept.erase(place.owner(), place.conversationId());

        kept.keep(place, "one:a", NOTES);

        assertThat(iris.keys()).noneMatch(key -> key.contains(place.conversationId()));
    }

    @Test
    void whoWritesForAConversationThatIsGoneIsTold() {
        lives = false;

        assertThat(kept.keep(place, "one:a", NOTES)).isFalse();
    }

    @Test
    void theirEndMovesWithTheConversation() {
        kept.endAt(place.owner(), place.conversationId(), clock().plus(Duration.ofMinutes(5)));

        assertThat(iris.secondsLeft("iris:summary-parts:{" + place.conversationId() + "}"))
                .isBetween(1L, 300L);
        assertThat(kept.find(place, NAMES)).hasSize(3);
    }

    @Override
    public OpenConversation requireOwned(CurrentUser user, String conversationId) {
        throw new AssertionError("not asked");
    }

    @Override
    public Optional<OpenConversation> find(String owner, String conversationId) {
        return Optional.of(new OpenConversation(conversationId, owner, clock(), clock().plus(Duration.ofHours(1))))
                .filter(conversation -> lives);
    }

    private Instant clock() {
        return iris.bean(Clock.class).instant();
    }
}
