package fr.isere.iris.documents;

import static fr.isere.iris.documents.DocumentFixture.CONVERSATIONS;
import static fr.isere.iris.documents.DocumentFixture.DOCUMENTS;
import static fr.isere.iris.documents.DocumentFixture.bytes;
import static fr.isere.iris.documents.DocumentFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.reading.ReadingFailure;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.Multipart;
import fr.isere.iris.testing.RedisForTests;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What comes over the wire when a document is sent, as it should be and as it should not; nothing of what is refused stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class UploadTests {

    private static final int MEGABYTE = 1 << 20;

    private RedisForTests redis;
    private DocumentFixture it;
    private String conversation;
    private List<Path> before;

    @BeforeAll
    void start() {
        redis = RedisForTests.start(); // of its own: on the shared one each account may have accepted the charter
        it = DocumentFixture.on(
                redis.url(),
                "iris.documents.max-size=1MB",
                "iris.documents.max-per-conversation=3",
                "iris.documents.readings-at-once=4");
    }

    @AfterAll
    void stop() {
        it.close();
        redis.close();
    }

    @BeforeEach
    void newConversation() {
        conversation = it.conversation();
        before = it.originals();
    }

    @AfterEach
    void nothingStays() {
        await().untilAsserted(() -> assertThat(it.originals()).isEqualTo(before));
        assertThat(it.reader.isAsked()).isFalse();
    }

    @Test
    void limitsAreTold() {
        String limits = it.agent.get(DOCUMENTS + "/limits").text();
        assertThat(limits)
                .contains(
                        "\"maxBytes\":1048576",
                        "\"maxPages\":1000",
                        "\"maxPerConversation\":3",
                        "\".pdf\"",
                        "\".msg\"");
    }

    @Test
    void exactlyAsMuchAsIsAllowedIsTaken() {
        it.send(conversation, "grand.txt", "x".repeat(MEGABYTE));
        it.reader.next().fails(ReadingFailure.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({
        "Note d’étape.MD, .md",
        "page.html, .html",
        "courriel.eml, .eml",
        "archive.exe, ''",
        "note.md.confidentiel, ''",
        "md, ''"
    })
    void theReaderLearnsTheExtensionOfATextAndNothingElseOfItsName(String name, String extension) {
        it.send(conversation, name, "# Titre\n\nUn texte.");
        ReaderInHand.Asked asked = it.reader.next();
        assertThat(asked.original().getFileName().toString()).matches("\\d+" + extension.replace(".", "\\."));
        asked.fails(ReadingFailure.DAMAGED);
    }

    @Test
    void anEmptyFileIsRefused() {
        isRefused(it.agent.upload(conversation, "vide.pdf", new byte[0]), 400, "document-empty");
    }

    @Test
    void whatIsTooLargeIsRefusedWithItsReasonHoweverLargeItIs() {
        for (int size : List.of(MEGABYTE + 1, MEGABYTE + 60_000)) {
            isRefused(it.agent.upload(conversation, "a.pdf", new byte[size]), 413, "document-too-large");
            isRefused(
                    it.agent.send(Multipart.upload(conversation, "a.pdf", new byte[size]), false),
                    413,
                    "document-too-large");
        }
        isRefused(
                it.agent.send(Multipart.upload(conversation, "a.pdf", new byte[2 * MEGABYTE]), false),
                413,
                "document-too-large");
        isRefused(it.agent.upload(conversation, "a.pdf", new byte[2 * MEGABYTE]), 413, "document-too-large");
    }

    @Test
    void whatIsNotWhatThePageSendsIsRefused() {
        for (Multipart body : List.of(
                new Multipart().text("conversationId", conversation).end(),
                new Multipart().file("file", "a.txt", bytes("a")).end(),
                new Multipart()
                        .file("file", "a.txt", bytes("a"))
                        .text("conversationId", conversation)
                        .end(),
                new Multipart()
                        .text("conversationId", conversation)
                        .text("file", "a")
                        .end(),
                new Multipart()
                        .text("conversationId", conversation)
                        .file("other", "a.txt", bytes("a"))
                        .end(),
                new Multipart().text("conversationId", conversation).file("file", "a.txt", bytes("a")),
                new Multipart().end(),
                new Multipart(),
                new Multipart().raw("no parts at all"),
                new Multipart().raw("------iris\r\nContent-Disposition: " + "x".repeat(20_000)))) {
            isRefused(it.agent.send(body, true), 400, "upload-incomplete");
        }
        ApiClient.Reply json = it.agent.send("POST", DOCUMENTS, Map.of("conversationId", conversation));
        assertThat(json.status()).isEqualTo(415);
    }

    @Test
    void aConversationThatIsNotThereIsToldBeforeTheFileIsRead() {
        isRefused(it.agent.upload("AAAAAAAAAAAAAAAAAAAAAA", "a.txt", bytes("a")), 404, "conversation-not-found");
        isRefused(it.agent.upload("", "a.txt", bytes("a")), 404, "conversation-not-found");
        isRefused(it.agent.upload("x".repeat(5000), "a.txt", bytes("a")), 404, "conversation-not-found");
        isRefused(it.agent.upload("~AAAAAAAAAAAAAAAAAAAAAA", "a", bytes("a")), 404, "ephemeral-conversation-gone");
        it.agent.send("DELETE", CONVERSATIONS + "/" + conversation, null);
        isRefused(it.agent.upload(conversation, "a.txt", bytes("a")), 410, "conversation-erased");
        // However large: the reason comes, not a connection that broke.
        isRefused(it.agent.upload(conversation, "a.txt", new byte[MEGABYTE]), 410, "conversation-erased");
    }

    @Test
    void oneDocumentTooManyIsRefused() {
        for (String content : List.of("1", "2", "3")) {
            it.send(conversation, content + ".txt", content);
            it.reader.next().fails(ReadingFailure.DAMAGED);
        }
        isRefused(it.agent.upload(conversation, "4.txt", new byte[MEGABYTE]), 409, "too-many-documents");
        String id = it.list(conversation).get(0).get("id").asString();
        it.agent.send("DELETE", DOCUMENTS + "/" + id, null);
        it.send(conversation, "4.txt", "4");
        it.reader.next().fails(ReadingFailure.DAMAGED);
    }

    @Test
    void whoHasNotAcceptedTheCharterOrNotSignedInSendsNothing() {
        ApiClient referent = it.iris.signIn("referent");
        assertThat(referent.upload(conversation, "a.txt", bytes("a")).status()).isEqualTo(403);
        assertThat(ApiClient.anonymous(it.iris.url())
                        .upload(conversation, "a.txt", bytes("a"))
                        .status())
                .isIn(401, 403);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "C:\\Users\\x\\Délibération.pdf | Délibération.pdf",
                "../../etc/passwd | passwd",
                "a\u202Efdp.exe | afdp.exe",
                "<img src=x>.pdf | <img src=x>.pdf",
                ".. | Document sans nom",
                "'' | Document sans nom",
            },
            delimiter = '|')
    void namesAreCleanedForTheScreen(String sent, String shown) {
        String id = it.send(conversation, sent, "named " + sent);
        it.reader.next().fails(ReadingFailure.DAMAGED);
        assertThat(it.view(id).get("name").asString()).isEqualTo(shown);
    }

    @Test
    void aNameThatIsTooLongKeepsItsBeginningAndItsExtension() {
        String id = it.send(conversation, "Rapport ".repeat(63) + ".docx", "x");
        it.reader.next().fails(ReadingFailure.DAMAGED);
        assertThat(it.view(id).get("name").asString())
                .hasSize(150)
                .startsWith("Rapport Rapport")
                .endsWith("….docx");
    }

    @Test
    void aBrowserThatIsClosedWhileItSendsLeavesNothing(CapturedOutput log) throws IOException {
        Socket sending = begins();
        await().untilAsserted(() -> assertThat(it.originals()).hasSizeGreaterThan(before.size()));
        sending.shutdownOutput();
        assertThat(new String(sending.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 400");
        sending.close();
        assertThat(it.originals()).isEqualTo(before);
        assertThat(it.list(conversation)).isEmpty();
        assertThat(log).doesNotContain("Internal problem");
    }

    @Test
    void whoSendsFourFilesAtOnceWaitsWithTheFifthUntilOneHasCome() throws IOException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            open.add(begins());
        }
        await().untilAsserted(() -> assertThat(it.originals()).hasSize(before.size() + 4));
        isRefused(it.agent.upload(conversation, "5.txt", bytes("5")), 429, "too-many-uploads");

        open.remove(0).close();
        await().untilAsserted(() -> assertThat(
                        it.agent.upload(conversation, "5.txt", bytes("5")).status())
                .isEqualTo(202));
        it.reader.next().fails(ReadingFailure.DAMAGED);
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void whoHasFourDocumentsToBeReadWaitsWithTheFifthUntilOneIsAndHoldsNobodyElseUp() {
        List.of("1", "2", "3").forEach(content -> it.send(conversation, content + ".txt", content));
        String other = it.conversation();
        it.send(other, "4.txt", "4");
        isRefused(it.agent.upload(other, "5.txt", bytes("5")), 429, "too-many-readings");
        // However large: the reason comes, not a connection that broke.
        isRefused(it.agent.upload(other, "5.txt", new byte[MEGABYTE]), 429, "too-many-readings");
        assertThat(it.list(other)).hasSize(1);
        assertThat(it.originals()).hasSize(before.size() + 4);
        ApiClient elue = it.iris.signIn("elue").acceptsTheCharter();
        String theirs = DocumentFixture.conversation(elue, Map.of());
        assertThat(elue.upload(theirs, "1.txt", bytes("1")).status()).isEqualTo(202);

        it.reader.next().fails(ReadingFailure.DAMAGED);
        it.send(other, "5.txt", "5");
        String erased = it.list(other).get(1).get("id").asString();
        it.agent.send("DELETE", DOCUMENTS + "/" + erased, null);
        it.send(other, "6.txt", "6");
        for (int left = 0; left < 6; left++) {
            it.reader.next().fails(ReadingFailure.DAMAGED);
        }
    }

    /** Sends the first third of a file. */
    private Socket begins() throws IOException {
        URI uri = URI.create(it.iris.url());
        String begun = "------iris\r\nContent-Disposition: form-data; name=\"conversationId\"\r\n\r\n" + conversation
                + "\r\n------iris\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + "x".repeat(300_000);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.getOutputStream()
                .write(("POST /api/documents HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n" + it.agent.headers()
                                + "Content-Type: " + Multipart.TYPE + "\r\nContent-Length: 900000\r\n\r\n" + begun)
                        .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private void isRefused(ApiClient.Reply reply, int status, String problem) {
        assertThat(problem(reply)).isEqualTo(problem);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.type()).isEqualTo("application/problem+json");
    }
}
