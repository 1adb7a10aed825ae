package fr.isere.iris.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.documents.DocumentErased;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.Seal;
import fr.isere.iris.retention.Signals;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.MovingClock;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.unit.DataSize;

/** Documents that are being asked about stay open for a while, for their owner alone, and not once they are erased. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenLibrariesTests implements Documents {

    private static final Duration KEEP = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private IrisForTests iris;
    private IrisForTests other;
    private MovingClock clock = new MovingClock(NOW);
    private OpenLibraries libraries;
    private int opened;
    private boolean stands;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(new ScriptedModel());
        other = IrisForTests.start(new ScriptedModel());
    }

    @AfterAll
    void stop() {
        iris.close();
        other.close();
    }

    @BeforeEach
    void begin() {
        clock = new MovingClock(NOW);
        libraries = of(iris, DataSize.ofMegabytes(1));
        opened = 0;
        stands = true;
    }

    @Test
    void aSecondQuestionOpensAndIndexesNothingAgain() {
        OpenLibrary first = ask("camille");
        Index index = first.index(400, String::length);
        OpenLibrary second = ask("camille");

        assertThat(opened).isEqualTo(1);
        assertThat(second.index(400, String::length)).isSameAs(index);
        assertThat(second.index(200, String::length)).isNotSameAs(index);
        assertThat(second.index(200, text -> text.length() / 2).passages().get(1))
                .as("another model counts otherwise")
                .hasSizeLessThan(second.index(200, String::length)
                        .passages()
                        .getOrDefault(1, List.of())
                        .size());
    }

    @Test
    void nobodyFindsWhatAnotherHasOpen() {
        OpenLibrary hers = ask("camille");

        assertThat(ask("dominique")).isNotSameAs(hers);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void whatIsErasedIsGoneFromEveryInstance() {
        OpenLibraries elsewhere = of(other, DataSize.ofMegabytes(1));
        elsewhere.of(conversation("camille"), List.of(document("camille")));
        ask("camille");
        libraries.whenErased(new DocumentErased("Camille", "c", "d"));

        assertThat(libraries.kept()).isZero();
        await().untilAsserted(() -> assertThat(elsewhere.kept()).isZero());

        ask("camille");
        libraries.erase("camille", "another");
        assertThat(libraries.kept()).isEqualTo(1);
        libraries.erase("camille", "c");
        assertThat(libraries.kept()).isZero();
    }

    @Test
    void whatIsErasedWhileItIsOpenedIsNotKept() {
        stands = false;
        ask("camille");

        assertThat(libraries.kept()).isZero();
    }

    @Test
    void itIsKeptForAShortWhileAfterTheLastQuestion() {
        ask("camille");
        clock.pass(KEEP.minusSeconds(1));
        ask("camille");
        clock.pass(KEEP.minusSeconds(1));
        assertThat(libraries.kept()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(2));

        assertThat(libraries.kept()).isZero();
    }

    @Test
    void itIsNotKeptPastTheEndOfItsConversation() {
        libraries.of(new OpenConversation("c", "camille", NOW, NOW.plusSeconds(60)), List.of(document("camille")));
        clock.pass(Duration.ofSeconds(61));
        assertThat(libraries.kept()).isZero();

        ask("camille");
        libraries.endAt("camille", "c", clock.instant().plus(Duration.ofHours(1)));
        assertThat(libraries.kept()).isEqualTo(1);
        libraries.endAt("camille", "c", clock.instant().plusSeconds(60));
        assertThat(libraries.kept()).isZero();
    }

    @Test
    void whatTakesMoreThanTheRoomIsOpenedEachTime() {
        libraries = of(iris, DataSize.ofBytes(1000));
        ask("camille");
        ask("camille");

        assertThat(libraries.kept()).isZero();
        assertThat(opened).isEqualTo(2);
    }

    private OpenLibraries of(IrisForTests instance, DataSize room) {
        return new OpenLibraries(
                this,
                instance.bean(Signals.class),
                clock,
                new QuestionSettings(0.5, room, KEEP),
                () -> Duration.between(NOW, clock.instant()).toNanos());
    }

    private OpenLibrary ask(String owner) {
        return libraries.of(conversation(owner), List.of(document(owner)));
    }

    private OpenConversation conversation(String owner) {
        return new OpenConversation("c", owner, NOW, clock.instant().plus(Duration.ofHours(24)));
    }

    private static ReadDocument document(String owner) {
        return new ReadDocument("d", "c", owner, 1, "rapport.pdf", 1, List.of(), true);
    }

    @Override
    public List<ReadPage> pages(ReadDocument document) {
        opened++;
        String text = "Le conseil vote le budget des digues. ".repeat(20);
        return List.of(new ReadPage(1, ReadPage.Origin.TEXT, List.of(Block.paragraph(text))));
    }

    @Override
    public List<ReadDocument> readyIn(String owner, String conversationId) {
        return stands ? List.of(document(owner)) : List.of();
    }

    @Override
    public boolean areBeingRead(String owner, String conversationId) {
        return false;
    }

    @Override
    public List<ReadDocument> ownedBy(CurrentUser user, List<String> documentIds) {
        throw new AssertionError("not asked");
    }

    @Override
    public Optional<Seal> sealOf(String owner, Collection<String> documentIds) {
        return Optional.empty();
    }
}
