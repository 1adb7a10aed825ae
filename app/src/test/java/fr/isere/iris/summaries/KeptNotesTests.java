package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.documents.DocumentErased;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Lifetimes;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private IrisForTests iris;
    private KeptNotes kept;
    private KeptNotes.Place place;
    private String one = "";
    private String two = "";
    private List<String> names = List.of();
    private boolean lives;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(new ScriptedModel());
        kept = new KeptNotes(
                iris.bean(ExpiringStore.class),
                this,
                iris.bean(Documents.class),
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
        one = document();
        two = document();
        names = List.of(one + ":a", two + ":b", one + "+" + two + ":c");
        assertThat(kept.find(place, names)).isEmpty();
        names.forEach(name -> assertThat(kept.keep(place, name, NOTES)).isTrue());
    }

    @Test
    void notesAreFoundByWhatWasAsked() {
        assertThat(kept.find(place, names)).containsOnlyKeys(names).containsValue(NOTES);
    }

    @Test
    void namesInTheStoreAreNoDigestThatAnybodyCouldReckon() {
        String name = kept.name("one", "digest");

        assertThat(name).startsWith("one:").doesNotContain("digest").isEqualTo(kept.name("one", "digest"));
        assertThat(name).isNotEqualTo(kept.name("one", "another digest"));
    }

    @Test
    void notesOfADocumentGoWithIt() {
        kept.forget(new DocumentErased("somebody", place.conversationId(), one));

        assertThat(kept.find(place, names)).containsOnlyKeys(two + ":b");
    }

    @Test
    void noCopyOfRedisBringsBackNotesOfADocumentThatWasErased() {
        Runnable copy = iris.copyOf(place.conversationId(), one, two);
        iris.bean(ExpiringStore.class).eraseUntold(key(one), clock().plus(Duration.ofHours(1)));
        kept.forget(new DocumentErased("somebody", place.conversationId(), one));

        copy.run();

        assertThat(iris.keys()).contains(key(one).name());
        assertThat(kept.find(place, names)).containsOnlyKeys(two + ":b");
        assertThat(iris.keys()).doesNotContain(key(one).name()).contains(key(two).name());
        assertThat(stored()).containsKeys(names.toArray(String[]::new));
        assertThat(stored().values()).noneMatch(text -> text.contains("Une note"));
    }

    @Test
    void aNoteThatAnotherVersionWroteIsAskedAgainAndTheOthersAreNot() {
        ExpiringStore store = iris.bean(ExpiringStore.class);
        Key notes = Key.of("summary-parts", place.conversationId()).ownedBy(place.owner());
        Revision revision = store.readBundle(notes).orElseThrow().revision();
        store.writeBundle(
                notes, revision, Map.of(names.get(0), "{\"notes\":[]}"), List.of(), clock().plus(Duration.ofHours(1)));

        assertThat(kept.find(place, names)).containsOnlyKeys(names.subList(1, 3));
    }

    @Test
    void notesAreNotKeptOfADocumentThatIsGone() {
        iris.bean(ExpiringStore.class).eraseUntold(key(two), clock().plus(Duration.ofHours(1)));

        assertThat(kept.keep(place, one + ":d", NOTES)).isTrue();
        assertThat(kept.keep(place, one + "+" + two + ":d", NOTES)).isFalse();
        assertThat(stored()).doesNotContainKey(one + "+" + two + ":d");
    }

    private Map<String, String> stored() {
        Key notes = Key.of("summary-parts", place.conversationId()).ownedBy(place.owner());
        return iris.bean(ExpiringStore.class).readBundle(notes).orElseThrow().fields();
    }

    /** A document that stands as far as notes can tell: it has a key. */
    private String document() {
        String id = iris.bean(Ids.class).next();
        Instant end = clock().plus(Duration.ofHours(1));
        iris.bean(ExpiringStore.class)
                .writeBundle(key(id), Revision.unstored(), Map.of("state", "read"), List.of(), end);
        return id;
    }

    private Key key(String document) {
        return Key.of("document", document).ownedBy(place.owner());
    }

    @Test
    void whatWasErasedIsNotBegunAgainByWhoStillWrites() {
        kept.erase(place.owner(), place.conversationId());

        kept.keep(place, one + ":a", NOTES);

        assertThat(iris.keys()).noneMatch(key -> key.contains(place.conversationId()));
    }

    @Test
    void whoWritesForAConversationThatIsGoneIsTold() {
        lives = false;

        assertThat(kept.keep(place, one + ":a", NOTES)).isFalse();
    }

    @Test
    void theirEndMovesWithTheConversation() {
        kept.endAt(place.owner(), place.conversationId(), clock().plus(Duration.ofMinutes(5)));

        assertThat(iris.secondsLeft("iris:summary-parts:{" + place.conversationId() + "}"))
                .isBetween(1L, 300L);
        assertThat(kept.find(place, names)).hasSize(3);
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
