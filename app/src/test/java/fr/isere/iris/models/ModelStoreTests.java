package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Recipe;
import fr.isere.iris.models.ModelStore.Settings;
import fr.isere.iris.models.ModelStore.Stored;
import fr.isere.iris.models.ModelStore.Transfer;
import fr.isere.iris.models.StoreFailed.Reason;
import fr.isere.iris.testing.MirrorRegistry;
import fr.isere.iris.testing.OllamaForTests;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is brought to a real Ollama, taken away, and refused by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelStoreTests {

    private static final String TEMPLATE = "{{ .Prompt }}";

    @TempDir
    Path folder;

    private OllamaForTests ollama;
    private ModelStore store;
    private String backend;

    @BeforeAll
    void start() {
        ollama = OllamaForTests.startEmpty();
        store = store(ollama.url());
        backend = store.backends().get(0);
    }

    private static ModelStore store(String url) {
        return new OllamaStore(
                HttpClient.newHttpClient(), List.of(URI.create(url)), Duration.ofSeconds(20), Duration.ofMinutes(2));
    }

    @AfterAll
    void stop() {
        ollama.close();
    }

    @Test
    void aFileBecomesAModelThatCanBeCopiedWarmedAndDeleted() throws IOException {
        Moved moved = new Moved();
        Stored made = made("iris/smol:r1", OllamaForTests.gguf(), moved);

        assertThat(made.digest()).matches("[0-9a-f]{64}");
        assertThat(made.sizeBytes()).isGreaterThan(90_000_000);
        assertThat(moved.done).hasValue(Files.size(OllamaForTests.gguf()));
        store.copy(backend, "iris/smol:r1", "iris/smol:r2");
        assertThat(store.find(backend, "iris/smol:r2")).map(Stored::digest).hasValue(made.digest());
        store.warm(backend, model("iris/smol:r2"));
        assertThat(RealOllama.get(URI.create(ollama.url()), "api/ps")).contains("iris/smol:r2");
        store.unload(backend, "iris/smol:r2");
        assertThat(RealOllama.post(URI.create(ollama.url()), "api/show", "{\"model\":\"iris/smol:r1\"}"))
                .contains("\"license\":\"Apache-2.0\"");
        store.delete(backend, "iris/smol:r2");
        store.delete(backend, "iris/smol:r2");
        assertThat(store.find(backend, "iris/smol:r2")).isEmpty();
        assertThat(store.find(backend, "iris/smol:r1")).isPresent();
    }

    @Test
    void theSameFileHasTheSameDigestAndAnotherTemplateAnother() throws IOException {
        Stored one = made("iris/same:a", OllamaForTests.gguf(), new Moved());
        Stored two = made("iris/same:b", OllamaForTests.gguf(), new Moved());
        assertThat(two.digest()).isEqualTo(one.digest());
        Recipe other = new Recipe(
                List.of(sha256(OllamaForTests.gguf())),
                List.of(),
                new Settings("{{ .Prompt }} !", null, null, null, null),
                List.of("Apache-2.0"));
        store.create(backend, "iris/same:b", other, new Moved());
        assertThat(store.find(backend, "iris/same:b").orElseThrow().digest()).isNotEqualTo(one.digest());
    }

    @Test
    void aTruncatedFileIsCorrupt() throws IOException {
        byte[] whole = Files.readAllBytes(OllamaForTests.gguf());
        Path cut = folder.resolve("cut.gguf");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertReason(Reason.CORRUPT, () -> {
            made("iris/cut:1", cut, new Moved());
            store.warm(backend, model("iris/cut:1"));
        });
    }

    @Test
    void aFileThatIsNoModelIsCorrupt() throws IOException {
        Path noise = folder.resolve("noise.gguf");
        Files.write(noise, "GGUF but nothing of the sort follows".repeat(100).getBytes(StandardCharsets.UTF_8));
        assertReason(Reason.CORRUPT, () -> made("iris/noise:1", noise, new Moved()));
    }

    @Test
    void anArchitectureThatTheEngineDoesNotKnowIsSaidSo() throws IOException {
        byte[] whole = Files.readAllBytes(OllamaForTests.gguf());
        byte[] other = replaced(whole, "llama", "lhama");
        Path file = folder.resolve("other.gguf");
        Files.write(file, other);
        assertReason(Reason.UNSUPPORTED, () -> {
            made("iris/other:1", file, new Moved());
            store.warm(backend, model("iris/other:1"));
        });
    }

    /** Everywhere: the keys of a GGUF begin with its architecture. */
    private static byte[] replaced(byte[] bytes, String from, String to) {
        byte[] after = bytes.clone();
        byte[] sought = from.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < Math.min(4096, bytes.length - sought.length); i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                System.arraycopy(to.getBytes(StandardCharsets.US_ASCII), 0, after, i, sought.length);
            }
        }
        return after;
    }

    @Test
    void bytesThatAreNotThoseOfTheDigestAreRefused() throws IOException {
        Path file = folder.resolve("small.gguf");
        Files.writeString(file, "GGUF small");
        Blob wrong = new Blob(file, 0, "0".repeat(64), Files.size(file));
        assertReason(Reason.CORRUPT, () -> store.send(backend, wrong, new Moved()));
    }

    @Test
    void aPullThatIsCutGoesOnWhereItWas() throws IOException {
        long size = Files.size(OllamaForTests.gguf());
        try (OllamaForTests fresh = OllamaForTests.startEmpty();
                MirrorRegistry mirror = new MirrorRegistry()) {
            ModelStore there = store(fresh.url());
            String name = mirror.url() + "/library/smol:1";
            mirror.offer("smol:1", OllamaForTests.gguf(), TEMPLATE);
            Moved stopped = new Moved();
            stopped.stopAt = size * 9 / 10;
            mirror.holdsAfter(size * 95 / 100);
            assertReason(Reason.UNWANTED, () -> there.pull(there.backends().get(0), name, stopped));
            mirror.goesOn();
            long before = mirror.sent.get();
            assertThat(there.find(there.backends().get(0), name)).isEmpty();

            Moved rest = new Moved();
            there.pull(there.backends().get(0), name, rest);
            assertThat(mirror.sent.get() - before).isLessThan(size / 2);
            assertThat(there.find(there.backends().get(0), name)).isPresent();
            there.copy(there.backends().get(0), name, "iris/smol:r9");
            there.delete(there.backends().get(0), name);
            assertThat(there.find(there.backends().get(0), "iris/smol:r9")).isPresent();
        }
    }

    @Test
    void aMirrorThatDoesNotHaveTheModelIsToldFromOneThatIsAway() throws IOException {
        try (MirrorRegistry mirror = new MirrorRegistry()) {
            assertReason(Reason.MISSING, () -> store.pull(backend, mirror.url() + "/library/none:1", new Moved()));
        }
        assertReason(Reason.REGISTRY, () -> store.pull(backend, "http://127.0.0.1:9/library/none:1", new Moved()));
    }

    @Test
    void whoAnswersSomethingElseMisbehavesAndWhoDoesNotIsUnreachable() throws IOException {
        try (ScriptedEngine html = new ScriptedEngine()) {
            html.on("/api/tags", asked -> asked.answer(200, "text/html", "<html>Bonjour</html>"));
            ModelStore there = store(html.url("").toString());
            assertReason(Reason.MISBEHAVING, () -> there.find(there.backends().get(0), "x"));
        }
        ModelStore nowhere = store("http://127.0.0.1:9");
        assertReason(Reason.UNREACHABLE, () -> nowhere.find(nowhere.backends().get(0), "x"));
    }

    @Test
    void whoBeginsToAnswerAndNeverEndsIsLeft() throws IOException {
        try (ScriptedEngine silent = new ScriptedEngine()) {
            silent.on("/api/generate", asked -> {
                asked.begin(200, "application/json");
                asked.hangsUpWithin(60_000);
            });
            ModelStore there = new OllamaStore(
                    HttpClient.newHttpClient(), List.of(silent.url("")), Duration.ofMinutes(2), Duration.ofSeconds(2));

            assertReason(Reason.STALLED, () -> there.warm(there.backends().get(0), model("iris/smol:r1")));
        }
    }

    private Stored made(String name, Path file, Transfer transfer) throws IOException {
        Blob blob = new Blob(file, 0, sha256(file), Files.size(file));
        store.send(backend, blob, transfer);
        store.create(backend, name, recipe(blob.sha256()), transfer);
        return store.find(backend, name).orElseThrow();
    }

    private static String sha256(Path file) throws IOException {
        return MirrorRegistry.digest(Files.readAllBytes(file)).replace("sha256:", "");
    }

    private interface Doing {
        void run() throws IOException;
    }

    private static void assertReason(Reason reason, Doing doing) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        StoreFailed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    private static ModelDescription model(String name) {
        return new ModelDescription(
                "smol",
                "Smol",
                "ollama",
                name,
                new ModelDescription.Parameters(BigDecimal.ONE, BigDecimal.ONE),
                "Q4_1",
                2048,
                256,
                2,
                "Apache-2.0",
                List.of("en"),
                new ModelDescription.Sampling(0, 1, 7),
                "Be brief.",
                null);
    }

    private static final class Moved implements Transfer {

        final AtomicLong done = new AtomicLong();
        final AtomicBoolean enough = new AtomicBoolean();
        long stopAt = Long.MAX_VALUE;

        @Override
        public void moved(Phase phase, long bytes, long total) {
            if (phase != Phase.CREATING) {
                done.set(bytes);
            }
            if (bytes >= stopAt) {
                enough.set(true);
            }
        }

        @Override
        public boolean isWanted() {
            return !enough.get();
        }
    }

    private static Recipe recipe(String sha256) {
        return new Recipe(List.of(sha256), List.of(), Settings.FOUND, List.of("Apache-2.0"));
    }
}
