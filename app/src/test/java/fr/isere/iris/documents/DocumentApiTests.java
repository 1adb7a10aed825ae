package fr.isere.iris.documents;

import static fr.isere.iris.documents.DocumentFixture.CONVERSATIONS;
import static fr.isere.iris.documents.DocumentFixture.DOCUMENTS;
import static fr.isere.iris.documents.DocumentFixture.bytes;
import static fr.isere.iris.documents.DocumentFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.identity.People;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Documents at their HTTP interface, with a reader that finds exactly what the test has it find. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentApiTests {

    private DocumentFixture it;
    private String conversation;

    @BeforeAll
    void start() {
        it = new DocumentFixture();
    }

    @AfterAll
    void stop() {
        it.close();
    }

    @BeforeEach
    void newConversation() {
        conversation = it.conversation();
    }

    @Test
    void aDocumentIsReadPageByPageAndShownWhenItIsWhole() throws Exception {
        String id = it.send(conversation, "Délibération n° 12.pdf", "a file");
        ReaderInHand.Asked asked = it.reader.next();
        assertThat(Files.readString(asked.original())).isEqualTo("a file");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(asked.original())))
                .isEqualTo("rw-------");
        assertThat(it.state(id)).isEqualTo("waiting");

        asked.opens(DocumentKind.PDF, 3).reads("Article premier");
        assertThat(it.view(id).get("state").asString()).isEqualTo("reading");
        assertThat(problem(it.page(id, 1))).isEqualTo("document-not-ready");
        asked.reads(ReadPage.Origin.UNREADABLE, "")
                .reads(ReadPage.Origin.RECOGNISED, "Article 3")
                .ends();

        JsonNode view = it.view(id);
        assertThat(view.get("state").asString()).isEqualTo("ready");
        assertThat(view.get("name").asString()).isEqualTo("Délibération n° 12.pdf");
        assertThat(view.get("kind").asString()).isEqualTo("pdf");
        assertThat(view.get("number").asInt()).isEqualTo(1);
        assertThat(view.get("bytes").asInt()).isEqualTo(6);
        assertThat(view.get("pages").asInt()).isEqualTo(3);
        assertThat(view.get("pagesRead").asInt()).isEqualTo(3);
        assertThat(view.get("unreadable").toString()).isEqualTo("[2]");
        assertThat(view.get("recognised").toString()).isEqualTo("[3]");
        assertThat(view.get("problem").isNull()).isTrue();
        assertThat(view.get("conversationId").asString()).isEqualTo(conversation);
        JsonNode page = it.page(id, 3).json();
        assertThat(page.get("origin").asString()).isEqualTo("recognised");
        assertThat(page.at("/blocks/0/kind").asString()).isEqualTo("paragraph");
        assertThat(page.at("/blocks/0/text").asString()).isEqualTo("Article 3");
        assertThat(it.page(id, 4).status()).isEqualTo(404);
        assertThat(it.page(id, 0).status()).isEqualTo(404);
        assertThat(asked.original()).doesNotExist();
        assertThat(view.toString()).doesNotContain("digest");
    }

    @Test
    void severalAreReadAtOnceAndListedInOrder() {
        String first = it.send(conversation, "a.txt", "a");
        String second = it.send(conversation, "b.txt", "b");
        ReaderInHand.Asked a = it.reader.next().opens(DocumentKind.TEXT, 1);
        it.reader.next().opens(DocumentKind.TEXT, 1).reads("B").ends();
        a.reads("A").ends();

        assertThat(it.list(conversation).findValuesAsString("id")).containsExactly(first, second);
        assertThat(it.list(conversation).findValuesAsString("state")).containsOnly("ready");
        assertThat(it.view(second).get("number").asInt()).isEqualTo(2);
    }

    @Test
    void aFailureIsToldInFrenchAndLeavesNoPage() {
        String id = it.send(conversation, "scan.pdf", "x");
        ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.PDF, 120);
        for (int i = 0; i < 60; i++) {
            asked.reads("Page " + i);
        }
        assertThat(it.view(id).get("pagesRead").asInt()).isGreaterThanOrEqualTo(50);
        asked.fails(ReadingFailure.TOO_MANY_PAGES);

        JsonNode view = it.view(id);
        assertThat(view.get("state").asString()).isEqualTo("failed");
        assertThat(view.at("/problem/type").asString()).isEqualTo("urn:iris:problem:document-too-many-pages");
        assertThat(view.at("/problem/detail").asString())
                .contains("1 000".replace(' ', '\u202f'), "Rien n’en a été gardé");
        assertThat(view.get("pagesRead").asInt()).isZero();
        assertThat(problem(it.page(id, 1))).isEqualTo("document-not-ready");
        assertThat(asked.original()).doesNotExist();
        assertThat(it.iris.bean(DocumentStore.class).pages(owner(), id)).isEmpty();
    }

    @Test
    void theSameFileIsRefusedUnlessItFailed() {
        String id = it.send(conversation, "a.txt", "same");
        ApiClient.Reply again = it.agent.upload(conversation, "renamed.txt", bytes("same"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(problem(again)).isEqualTo("document-already-there");
        it.reader.next().fails(ReadingFailure.CRASHED);

        String other = it.send(conversation, "a.txt", "same");
        it.reader.next().opens(DocumentKind.TEXT, 1).reads("x").ends();
        assertThat(it.list(conversation).findValuesAsString("id")).containsExactly(other);
        assertThat(it.agent.get(DOCUMENTS + "/" + id).status()).isEqualTo(404);
        assertThat(it.view(other).get("number").asInt()).isEqualTo(2);
        it.send(it.conversation(), "a.txt", "same");
        it.reader.next().fails(ReadingFailure.DAMAGED);
    }

    @Test
    void erasingCancelsTheReadingAtAnyMoment() {
        String waiting = it.send(conversation, "a.txt", "a");
        ReaderInHand.Asked asked = it.reader.next();
        assertThat(it.agent.send("DELETE", DOCUMENTS + "/" + waiting, null).status())
                .isEqualTo(204);
        assertThat(asked.isCancelled()).isTrue();
        assertThat(asked.original()).doesNotExist();

        String reading = it.send(conversation, "a.txt", "a");
        ReaderInHand.Asked second = it.reader.next().opens(DocumentKind.TEXT, 9).reads("x");
        it.agent.send("DELETE", DOCUMENTS + "/" + reading, null);
        second.reads("y").ends();

        assertThat(it.list(conversation)).isEmpty();
        for (String id : List.of(waiting, reading)) {
            assertThat(problem(it.agent.get(DOCUMENTS + "/" + id))).isEqualTo("document-not-found");
            assertThat(problem(it.page(id, 1))).isEqualTo("document-not-found");
            assertThat(problem(it.agent.send("DELETE", DOCUMENTS + "/" + id, null)))
                    .isEqualTo("document-not-found");
            assertThat(it.iris.keys()).noneMatch(key -> key.contains(id));
        }
    }

    @Test
    void aConversationTakesItsDocumentsWithIt() {
        String ready = ready("a.txt", "a");
        String reading = it.send(conversation, "b.txt", "b");
        ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.TEXT, 9).reads("x");

        assertThat(it.agent
                        .send("DELETE", CONVERSATIONS + "/" + conversation, null)
                        .status())
                .isEqualTo(204);

        assertThat(asked.isCancelled()).isTrue();
        assertThat(it.agent.get(DOCUMENTS + "?conversation=" + conversation).status())
                .isEqualTo(410);
        for (String id : List.of(ready, reading)) {
            assertThat(it.agent.get(DOCUMENTS + "/" + id).status()).isEqualTo(404);
            assertThat(it.iris.keys()).noneMatch(key -> key.contains(id));
        }
        assertThat(it.iris.keys()).noneMatch(key -> key.startsWith("iris:documents:{" + conversation));
    }

    @Test
    void documentsEndWithTheirConversationWhereverItsEndMoves() {
        String id = ready("a.txt", "a");
        List<String> keys = List.of("iris:document:{" + id + "}", "iris:documents:{" + conversation + "}");
        long day = Duration.ofHours(24).toSeconds();
        assertThat(keys).allSatisfy(key -> assertThat(it.iris.secondsLeft(key)).isCloseTo(day, within(30L)));

        it.agent.send("PATCH", CONVERSATIONS + "/" + conversation, Map.of("eraseIn", "PT1H"));
        assertThat(keys).allSatisfy(key -> assertThat(it.iris.secondsLeft(key)).isBetween(3500L, 3600L));
        assertThat(it.page(id, 1).status()).isEqualTo(200);
    }

    @Test
    void aMessageMakesDocumentsLiveLongerWhileTheyAreReadToo() {
        String other = ready("b.txt", "b");
        String id = it.send(conversation, "a.txt", "a");
        ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.TEXT, 2).reads("x");
        String list = "iris:documents:{" + conversation + "}";
        long whole = it.iris.secondsLeft(list);
        await().until(() -> it.iris.secondsLeft(list) < whole - 1); // ends are told to the second: the next differs
        Map<String, Object> message = Map.of("text", "Bonjour", "documentIds", List.of(other));
        try (EventStream stream = it.agent.ask(conversation, message)) {
            it.model.nextAsked().says("Bonjour").ends();
            stream.rest();
        }
        asked.reads("y").ends();

        Instant end = Instant.parse(it.agent
                .get(CONVERSATIONS + "/" + conversation)
                .json()
                .get("expiresAt")
                .asString());
        for (String key : List.of("document:{" + id, "documents:{" + conversation, "conversation:{" + conversation)) {
            assertThat(Instant.now().plusSeconds(it.iris.secondsLeft("iris:" + key + "}")))
                    .isCloseTo(end, within(1, ChronoUnit.SECONDS));
        }
        assertThat(it.page(id, 2).json().at("/blocks/0/text").asString()).isEqualTo("y");
    }

    @Test
    void aFileThatWaitsForAReaderDoesNotOutliveItsConversation() {
        it.send(conversation, "a.txt", "a");
        ReaderInHand.Asked asked = it.reader.next();
        Readings readings = it.iris.bean(Readings.class);
        readings.giveSignsOfLife();
        assertThat(asked.isCancelled()).isFalse();

        it.iris.expire("iris:conversation:{" + conversation + "}");
        readings.giveSignsOfLife();
        assertThat(asked.isCancelled()).isTrue();
        assertThat(asked.original()).doesNotExist();
    }

    @Test
    void othersHearOnlyWhatTheyHave() {
        Documents documents = it.iris.bean(Documents.class);
        String id = ready("a.txt", "a");
        it.send(conversation, "b.txt", "b");
        it.reader.next().opens(DocumentKind.TEXT, 1).reads("x");
        List<ReadDocument> ready = documents.readyIn(owner(), conversation);
        assertThat(ready).singleElement().satisfies(document -> {
            assertThat(document.id()).isEqualTo(id);
            assertThat(document.number()).isEqualTo(1);
            assertThat(documents.pages(document)).hasSize(1);
        });
        assertThat(documents.readyIn("somebody else", conversation)).isEmpty();
    }

    @Test
    void nobodySeesAnothersDocuments() {
        String id = ready("a.txt", "a");
        ApiClient elue = it.iris.signIn("elue").acceptsTheCharter();
        for (ApiClient.Reply reply : List.of(
                elue.get(DOCUMENTS + "/" + id),
                elue.get(DOCUMENTS + "/" + id + "/pages/1"),
                elue.send("DELETE", DOCUMENTS + "/" + id, null),
                elue.get(DOCUMENTS + "/AAAAAAAAAAAAAAAAAAAAAA"),
                elue.get(DOCUMENTS + "/x"))) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(problem(reply)).isEqualTo("document-not-found");
        }
        ApiClient.Reply anothers = elue.upload(conversation, "b.txt", bytes("b"));
        assertThat(anothers.status()).isEqualTo(404);
        assertThat(problem(anothers)).isEqualTo("conversation-not-found");
        assertThat(elue.get(DOCUMENTS + "?conversation=" + conversation).status())
                .isEqualTo(404);
        assertThat(it.state(id)).isEqualTo("ready");
    }

    private String ready(String name, String content) {
        String id = it.send(conversation, name, content);
        it.reader.next().opens(DocumentKind.TEXT, 1).reads("Texte de " + name).ends();
        return id;
    }

    private String owner() {
        return it.iris.bean(People.class).pseudonymOf("agent");
    }
}
