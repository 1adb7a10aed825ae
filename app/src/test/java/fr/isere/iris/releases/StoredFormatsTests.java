package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.Deployed;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.StoreForTests;
import fr.isere.iris.retention.StoredJson;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of releases, written by another version of IRIS. */
class StoredFormatsTests {

    private static final String AT = "2026-11-28T10:00:00Z";
    private static final String MODEL = "{\"id\":\"m\",\"displayName\":\"Modèle\",\"engine\":\"ollama\","
            + "\"engineModel\":\"iris/m:r1\",\"parameters\":{\"total\":24,\"active\":24},\"quantisation\":\"Q4_K_M\","
            + "\"contextWindow\":8192,\"maxAnswerTokens\":2048,\"charactersPerToken\":3.0,\"licence\":\"MIT\","
            + "\"languages\":[\"fr\"],\"sampling\":{\"temperature\":0.3,\"topP\":0.9,\"seed\":null},"
            + "\"systemPrompt\":\"Soyez bref.\",\"notice\":null}";
    private static final String RELEASE = "{\"id\":\"r1\",\"model\":" + MODEL + ",\"source\":\"m:24b\","
            + "\"state\":\"ACTIVE\",\"binding\":{\"prompts\":\"p\",\"engine\":\"e\",\"sizeBytes\":5,\"digest\":\"d\"},"
            + "\"createdAt\":\"" + AT + "\",\"changedAt\":\"" + AT + "\",\"drift\":null,"
            + "\"trouble\":{\"code\":\"import-disk\",\"arguments\":[\"5\",\"1\"],\"at\":\"" + AT + "\"},"
            + "\"evaluation\":{\"passed\":true,\"at\":\"" + AT + "\"},\"work\":null}";
    private static final String BOOK = "{\"version\":1,\"releases\":[" + RELEASE + "],\"active\":\"r1\","
            + "\"previous\":null,\"canary\":{\"release\":\"r2\",\"percent\":5,\"since\":\"" + AT + "\"}}";
    private static final String REPORT = "{\"passed\":true,\"at\":\"" + AT + "\",\"gate\":\"default\","
            + "\"comparedWith\":null,\"suites\":[{\"id\":\"s\",\"title\":\"S\",\"score\":1.0,\"active\":null,"
            + "\"threshold\":0.5,\"passed\":true,\"cases\":[{\"id\":\"c\",\"passed\":true,\"why\":\"\"}]}],\"empty\":0,"
            + "\"speed\":{\"firstTokenMs\":1,\"slowestFirstTokenMs\":2,\"tokensPerSecond\":3.0,\"answers\":4,"
            + "\"passed\":true},\"energy\":null,\"bindingDigest\":\"d\"}";
    private static final String WATCH =
            "{\"spans\":[{\"began\":\"" + AT + "\",\"counted\":{\"answers\":4,\"faults\":3,\"begun\":2,\"slow\":1}}]}";
    private static final String PROGRESS = "{\"phase\":\"sending\",\"done\":1,\"total\":2,\"unit\":\"bytes\"}";

    private final RedisForTests redis = RedisForTests.start();
    private final StoreForTests stored = StoreForTests.on(redis);
    private final ExpiringStore store = stored.store();
    private final JsonMapper json = new JsonMapper();
    private final BookStore books = new BookStore(store, stored.signals(), json, Clock.systemUTC());

    @AfterEach
    void stop() {
        stored.close();
        redis.close();
    }

    @Test
    void whatVersionOneWroteIsRead() {
        assertThat(OtherVersion.read(BOOK, Book.class).get("r1").state()).isEqualTo(State.ACTIVE);
        assertThat(OtherVersion.read(REPORT, Report.class).scoreOf("s")).isEqualTo(1.0);
        assertThat(OtherVersion.read(WATCH, Watch.class).spans()).hasSize(1);
        assertThat(OtherVersion.read(PROGRESS, Progress.At.class).done()).isEqualTo(1);
    }

    @Test
    void theSharesOfACanaryAreKeptAndVersionOneReadsTheLastOfThem() {
        String steps = ",\"steps\":[{\"percent\":20,\"from\":\"" + AT + "\"},{\"percent\":5,\"from\":\""
                + "2026-11-28T11:00:00Z\"}]}}";
        Book.Canary canary =
                OtherVersion.read(BOOK.replace("}}", steps), Book.class).canary();

        assertThat(canary).isNotNull();
        assertThat(canary.percent()).isEqualTo(5);
        assertThat(canary.shares()).extracting(Deployed.Share::percent).containsExactly(20, 5);
        assertThat(OtherVersion.read(BOOK, Book.class).canary())
                .satisfies(one -> assertThat(one.shares()).containsExactly(new Deployed.Share(5, Instant.parse(AT))));
    }

    @Test
    void theSpeedOfAnEarlierReportIsReadByItsOldNameAndItsEnergyIsNotKnown() {
        String earlier = REPORT.replace("4,\"passed\"", "4,\"within\"").replace("\"energy\":null,", "");

        Report read = StoredJson.read(json, earlier, Report.class);

        assertThat(read.speed().passed()).isTrue();
        assertThat(read.energy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, PAUSED", "\"version\":1, \"version\":2", "{\"version\", [\"version\"]{"})
    void aBookOfANewerVersionIsSaidToBeAndLeftAsItIs(String known, String newer) {
        String text = BOOK.replace(known, newer);
        Key key = Key.of("releases", "all");
        write(key, "book", text);

        assertThatThrownBy(() -> books.change(0, book -> book)).hasMessage("release-newer");
        assertThatThrownBy(() -> books.change(book -> book)).hasMessage("release-newer");
        assertThatThrownBy(books::read).hasMessage("release-newer");
        books.restore(Book.EMPTY);

        assertThat(store.readBundle(key).orElseThrow().fields()).containsEntry("book", text);
    }

    @Test
    void countsOfANewerVersionAreLeftAsTheyAre() {
        WatchStore watches = new WatchStore(store, json, Clock.systemUTC());
        Book.Canary canary = new Book.Canary("r2", 5, Instant.parse(AT));
        Key key = Key.of("release-watch", "r2-" + canary.since().getEpochSecond());
        write(key, "watch", "{\"spans\":\"elsewhere\"}");

        assertThatThrownBy(() -> watches.of(canary)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> watches.add(canary, new Watch.Counted(1, 0, 0, 0), Duration.ofHours(1)))
                .isInstanceOf(Unreadable.class);
        assertThat(store.exists(key)).isTrue();
    }

    @Test
    void workOfANewerVersionIsASignOfLife() {
        store.put(Key.of("release-work", "w"), "{\"phase\":\"sending\",\"done\":\"much\"}", Duration.ofMinutes(1));

        assertThat(new Progress(store, json).of("w")).isPresent();
        assertThat(new Progress(store, json).of("other")).isEmpty();
    }

    @Test
    void aReportOfANewerVersionIsNone() {
        Release release = json.readValue(RELEASE, Release.class);
        Key key = Key.of("release-report", "r1-" + Instant.parse(AT).toEpochMilli());
        store.put(key, REPORT.replace("[{\"id\":\"s\"", "[7,{\"id\":\"s\""), Duration.ofMinutes(1));

        assertThat(new Reports(store, json).of(release)).isEmpty();
        assertThat(store.exists(key)).isTrue();
    }

    private void write(Key key, String field, String text) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        assertThat(store.writeBundle(key, Revision.unstored(), Map.of(field, text), List.of(), end))
                .isPresent();
    }
}
