package fr.isere.iris.documents;

import static fr.isere.iris.documents.DocumentFixture.DOCUMENTS;
import static fr.isere.iris.documents.DocumentFixture.bytes;
import static fr.isere.iris.documents.DocumentFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Documents on a Redis that is full or away, in memory only, and on instances that stop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentStorageTests {

    @TempDir
    static Path folder;

    private RedisNode redis;
    private String url;
    private DocumentFixture it;

    @BeforeAll
    void start() {
        redis = RedisNode.start(
                RedisNode.freePort(), folder, "--maxmemory", "500mb", "--maxmemory-policy", "noeviction");
        url = "redis://" + redis.address();
        it = DocumentFixture.on(url, "iris.retention.ephemeral.memory=1MB");
    }

    @AfterAll
    void stop() {
        it.close();
        redis.close();
    }

    @AfterEach
    void makeRoom() {
        redis.run("CONFIG", "SET", "maxmemory", "500mb");
    }

    @Test
    void aRedisThatFillsUpWhileADocumentIsReadLeavesNoPartOfIt() {
        String conversation = it.conversation();
        String id = it.send(conversation, "a.txt", "a");
        ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.TEXT, 200);
        pages(asked, 60);
        assertThat(it.view(id).get("pagesRead").asInt()).isPositive();

        fill();
        pages(asked, 60);

        assertThat(asked.isCancelled()).isTrue();
        assertThat(it.view(id).at("/problem/type").asString()).isEqualTo("urn:iris:problem:document-not-kept");
        assertThat(it.view(id).get("pagesRead").asInt()).isZero();
        assertThat(redis.run("HLEN", "iris:document:{" + id + "}").strip()).isEqualTo("4"); // v, t, k, state
        assertThat(asked.original()).doesNotExist();
    }

    @Test
    void aRedisThatIsFullTakesNoDocumentAndLetsThoseThatStandBeReadAndErased() {
        String conversation = it.conversation();
        String id = it.send(conversation, "a.txt", "a");
        it.reader.next().opens(DocumentKind.TEXT, 1).reads("x").ends();
        fill();

        ApiClient.Reply refused = it.agent.upload(conversation, "b.txt", bytes("b"));
        assertThat(problem(refused)).isEqualTo("storage-full");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(it.reader.isAsked()).isFalse();
        assertThat(it.page(id, 1).status()).isEqualTo(200);
        assertThat(it.list(conversation)).hasSize(1);
        assertThat(it.agent.send("DELETE", DOCUMENTS + "/" + id, null).status()).isEqualTo(204);
        assertThat(it.list(conversation)).isEmpty();
    }

    @Test
    void anErasingThatRedisBreaksOffStopsWhatIsWrittenAndLosesNoPlaceWhereTheTextIsFound() {
        String conversation = it.conversation();
        String id = it.send(conversation, "a.txt", "a");
        it.reader
                .next()
                .opens(DocumentKind.TEXT, 1)
                .reads("Le budget est voté.")
                .ends();
        it.agent.ask(conversation, Map.of("text", "Le budget est-il voté ?"));
        ScriptedModel.Asked asked = it.model.nextAsked();

        redis.run("ACL", "SETUSER", "default", "-unlink");
        int broken = it.agent.send("DELETE", DOCUMENTS + "/" + id, null).status();
        redis.run("ACL", "SETUSER", "default", "+unlink");

        assertThat(broken).isGreaterThanOrEqualTo(500);
        await().until(asked::isCancelled);
        assertThat(it.iris.keys()).anyMatch(key -> key.contains(id));
        assertThat(it.list(conversation)).isEmpty();
        assertThat(it.iris.keys()).noneMatch(key -> key.contains(id));
    }

    @Test
    void aRedisThatIsAwayIsToldAndAReadingGoesOnWhenItIsBack() {
        String conversation = it.conversation();
        String id = it.send(conversation, "a.txt", "a");
        ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.TEXT, 2).reads("x");
        redis.freeze();
        Thread reading = new Thread(() -> {
            pages(asked, 60);
            asked.ends();
        });
        reading.start();
        ApiClient.Reply refused = it.agent.upload(conversation, "b.txt", bytes("b"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(problem(refused)).isEqualTo("storage-unavailable");
        redis.thaw();

        await().atMost(Duration.ofSeconds(20)).until(() -> it.state(id).equals("ready"));
        assertThat(it.page(id, 60).status()).isEqualTo(200);
    }

    @Test
    void whatIsEphemeralStaysInMemoryAndFindsRoomThereOrIsRefused() {
        String conversation = DocumentFixture.conversation(it.agent, Map.of("ephemeral", true));
        Set<String> before = it.iris.keys();
        String id = it.send(conversation, "a.txt", "a");
        ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.TEXT, 200);
        pages(asked, 60);
        assertThat(it.iris.keys()).isEqualTo(before);
        assertThat(id).startsWith("~");
        asked.ends();
        assertThat(it.page(id, 60).status()).isEqualTo(200);

        String second = it.send(conversation, "b.txt", "b");
        ReaderInHand.Asked large = it.reader.next().opens(DocumentKind.TEXT, 10);
        large.reads("x".repeat(600_000)).reads("x".repeat(600_000));
        assertThat(it.view(second).at("/problem/type").asString()).isEqualTo("urn:iris:problem:document-not-kept");
        assertThat(it.iris.keys()).isEqualTo(before);
        assertThat(it.page(id, 60).status()).isEqualTo(200);

        it.agent.send("DELETE", DOCUMENTS + "/" + id, null);
        assertThat(it.agent.get(DOCUMENTS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void anInstanceThatStopsOrDiesLeavesADocumentThatMayBeSentAgain() {
        String conversation = it.conversation();
        Path folderThere;
        String id;
        String orphan;
        try (IrisForTests other = it.another(url)) {
            folderThere = other.bean(Originals.class).folder();
            ApiClient there = it.agent.at(other.url());
            id = there.upload(conversation, "a.txt", bytes("a"))
                    .json()
                    .get("id")
                    .asString();
            ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.TEXT, 200);
            pages(asked, 60);
            assertThat(it.state(id)).isEqualTo("reading");
            assertThat(there.get(DOCUMENTS + "/" + id).json().get("pagesRead").asInt())
                    .isPositive();
            orphan = there.upload(conversation, "b.txt", bytes("b"))
                    .json()
                    .get("id")
                    .asString();
            it.reader.next();
            redis.run("DEL", "iris:reading:{" + orphan + "}"); // as when its instance died
            assertThat(it.view(orphan).at("/problem/title").asString()).isEqualTo("Lecture interrompue");

            String cancelled = there.upload(conversation, "c.txt", bytes("c"))
                    .json()
                    .get("id")
                    .asString();
            ReaderInHand.Asked elsewhere = it.reader.next().opens(DocumentKind.TEXT, 2);
            it.agent.send("DELETE", DOCUMENTS + "/" + cancelled, null);
            await().until(elsewhere::isCancelled);
        }
        assertThat(it.view(id).at("/problem/type").asString()).isEqualTo("urn:iris:problem:document-interrupted");
        assertThat(it.view(id).get("pagesRead").asInt()).isZero();
        assertThat(folderThere).doesNotExist();
        String again = it.send(conversation, "a.txt", "a");
        it.reader.next().opens(DocumentKind.TEXT, 1).reads("x").ends();
        assertThat(it.state(again)).isEqualTo("ready");
    }

    private static void pages(ReaderInHand.Asked asked, int count) {
        for (int i = 0; i < count; i++) {
            asked.reads("Page " + i);
        }
    }

    /** From now on not one byte more. */
    private void fill() {
        redis.run("CONFIG", "SET", "maxmemory", "1");
    }
}
