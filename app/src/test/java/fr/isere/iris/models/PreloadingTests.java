package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.MovingClock;
import fr.isere.iris.testing.OllamaForTests;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real Ollama has in memory by day and by night. */
class PreloadingTests {

    /** A Monday in France, an hour ahead of UTC. */
    private static final Instant BEFORE_THE_OFFICE_OPENS = Instant.parse("2026-01-05T05:55:00Z");

    private static final Instant NIGHT = Instant.parse("2026-01-05T02:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final MovingClock clock = new MovingClock(NIGHT);
    private final KeepAlive hours = OfficeHours.parse("MON-FRI 07:00-20:00", clock);
    private final OllamaForTests ollama = OllamaForTests.start();
    private final EngineRoom room = new EngineRoom(measured -> {});
    private final ModelDescription description = LanguageModelContract.describe("ollama", RealOllama.MODEL, 2048);
    private final Listening server = new Listening(new OllamaEngines(
                    new EngineHttp(room, Duration.ofSeconds(2)),
                    room.timer(),
                    List.of(URI.create(ollama.url())),
                    Duration.ofSeconds(5),
                    hours)
            .servers()
            .get(0));
    private final Pool pool = new Pool("test", List.of(server), 1, 10, new LocalBoard(), room, Clock.systemUTC());
    private final EngineModel model = new EngineModel(
            description, pool, new Answering.Patience(Duration.ofMinutes(2), Duration.ofSeconds(30)), room);
    private final Preloading preloading = new Preloading(() -> model, hours);

    @BeforeEach
    void look() {
        pool.look().join();
    }

    @AfterEach
    void stop() {
        room.close();
        ollama.close();
    }

    @Test
    void theActiveModelIsInMemoryBeforeTheOfficeOpensAndUntilItCloses() {
        clock.jump(BEFORE_THE_OFFICE_OPENS);

        preloading.preload();

        await().atMost(Duration.ofMinutes(1)).until(() -> inMemory().isPresent());
        Instant end = OffsetDateTime.parse(
                        inMemory().orElseThrow().path("expires_at").asString())
                .toInstant();
        Duration untilItCloses = Duration.ofHours(13).plusMinutes(5);
        assertThat(end).isCloseTo(Instant.now().plus(untilItCloses), within(2, ChronoUnit.MINUTES));
    }

    @Test
    void whatIsInMemoryIsNotAskedForAgain() {
        clock.jump(BEFORE_THE_OFFICE_OPENS);
        preloading.preload();
        await().atMost(Duration.ofMinutes(1)).until(() -> inMemory().isPresent());
        pool.look().join();

        preloading.preload();

        assertThat(server.kept).hasSize(1);
    }

    @Test
    void atNightNothingIsLoaded() {
        preloading.preload();

        assertThat(server.kept).isEmpty();
        assertThat(inMemory()).isEmpty();
    }

    @Test
    void whenItsTimeIsOverTheEngineTakesTheModelOutByItself() {
        server.keep(description, Duration.ofSeconds(4));
        await().atMost(Duration.ofMinutes(1)).until(() -> inMemory().isPresent());

        await().atMost(Duration.ofMinutes(1)).until(() -> inMemory().isEmpty());
    }

    private Optional<JsonNode> inMemory() {
        return JSON.readTree(RealOllama.get(URI.create(ollama.url()), "api/ps"))
                .path("models")
                .valueStream()
                .filter(running -> running.path("name").asString().equals(RealOllama.MODEL))
                .findFirst();
    }

    /** Hears what a server is told to keep, and passes it on. */
    private static final class Listening implements EngineServer {

        private final EngineServer server;
        private final List<Duration> kept = new CopyOnWriteArrayList<>();

        Listening(EngineServer server) {
            this.server = server;
        }

        @Override
        public String name() {
            return server.name();
        }

        @Override
        public Engine engine(ModelDescription described) {
            return server.engine(described);
        }

        @Override
        public Health look() {
            return server.look();
        }

        @Override
        public void keep(ModelDescription described, Duration time) {
            kept.add(time);
            server.keep(described, time);
        }
    }
}
