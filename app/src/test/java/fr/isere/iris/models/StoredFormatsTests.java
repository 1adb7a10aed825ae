package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.StoreForTests;
import fr.isere.iris.retention.Unreadable;
import fr.isere.iris.testing.OtherVersion;
import fr.isere.iris.testing.RedisForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue and what is drained, written by another version of IRIS that runs beside this one. */
class StoredFormatsTests {

    private static final String FLOOR = "{\"turn\":7,\"conversationsInARow\":1,\"averageMillis\":900,"
            + "\"served\":{\"p\":6},\"alive\":{\"i\":99},"
            + "\"waiting\":[{\"id\":\"t\",\"instance\":\"i\",\"person\":\"p\",\"thread\":\"c\","
            + "\"urgency\":\"CONVERSATION\",\"model\":\"m\",\"avoided\":[\"a:1\"],\"since\":5}],"
            + "\"taken\":[{\"id\":\"l\",\"instance\":\"i\",\"person\":\"p\",\"urgency\":\"BATCH\",\"backend\":\"a:1\"}]}";

    private final RedisForTests redis = RedisForTests.start();
    private final StoreForTests stored = StoreForTests.on(redis);
    private final ExpiringStore store = stored.store();
    private final StoredBoard board = new StoredBoard(store, stored.signals(), Clock.systemUTC(), "ollama");

    @AfterEach
    void stop() {
        stored.close();
        redis.close();
    }

    @Test
    void whatVersionOneWroteIsRead() {
        Floor floor = OtherVersion.read(FLOOR, Floor.class);

        assertThat(floor.waiting().get(0).urgency()).isEqualTo(Sender.Urgency.CONVERSATION);
        assertThat(floor.takenAt("a:1")).isEqualTo(1);
    }

    @Test
    void nobodyIsKeptOutOfTheQueueForAnUrgencyOrAFieldOfANewerVersion() {
        write(
                Key.of("slots", "ollama"),
                Map.of(
                        "floor",
                        FLOOR.replace("CONVERSATION", "AT_NIGHT").replace("\"since\"", "\"until\":[1],\"since\"")));

        Floor floor = board.change(before -> before.living("here", 100));

        assertThat(floor.waiting()).singleElement().satisfies(ticket -> {
            assertThat(ticket.id()).isEqualTo("t");
            assertThat(ticket.urgency()).isEqualTo(Sender.Urgency.BATCH);
        });
        assertThat(floor.alive()).containsKeys("i", "here");
    }

    @Test
    void aQueueOfAnotherFormIsLeftAsItIs() {
        Key key = Key.of("slots", "ollama");
        write(key, Map.of("floor", "{\"waiting\":7}"));

        assertThatThrownBy(() -> board.change(floor -> floor)).isInstanceOf(Unreadable.class);
        assertThat(store.readBundle(key).orElseThrow().fields()).containsEntry("floor", "{\"waiting\":7}");
    }

    /** Names only are read: what stands with them is the newer version's own. */
    @Test
    void whatANewerVersionDrainedIsDrained() {
        write(Key.of("drained", "backends"), Map.of("a:1", "{\"until\":\"2026-12-01\"}"));

        Drains drains = new Drains(store, stored.signals(), Clock.systemUTC());

        assertThat(drains.read()).containsExactly("a:1");
        drains.write("b:2", true);
        assertThat(store.readBundle(Key.of("drained", "backends")).orElseThrow().fields())
                .containsEntry("a:1", "{\"until\":\"2026-12-01\"}");
    }

    private void write(Key key, Map<String, String> fields) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        assertThat(store.writeBundle(key, Revision.unstored(), fields, List.of(), end))
                .isPresent();
    }
}
