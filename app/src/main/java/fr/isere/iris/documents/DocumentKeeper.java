package fr.isere.iris.documents;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.problems.StorageFailures;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import fr.isere.iris.retention.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Stores what a reader reads of one document, some pages at a time. They are shown to nobody before the last: whatever goes wrong until
 * then leaves none of them.
 */
final class DocumentKeeper implements ReadingListener {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentKeeper.class);
    private static final int PAGES = 50;
    private static final int CHARACTERS = 200_000;
    private static final long EVERY_NS = Duration.ofMillis(300).toNanos();
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MS = 1000;

    private final OpenConversation conversation;
    private final String id;
    private final Parts parts;
    private final List<ReadPage> unsaved = new ArrayList<>();
    private final List<Original> attached = new CopyOnWriteArrayList<>();
    private final List<DocumentState.NotRead> notRead = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private long unsavedCharacters;
    private long savedAt = System.nanoTime();
    private DocumentState state;
    private @Nullable Revision revision;
    private Instant end;
    private volatile boolean unwanted;
    private volatile @Nullable Reading reading;
    private volatile Runnable whenOver = () -> {};

    /**
     * What it works with.
     *
     * @param refusals names of the problems that tell failures
     */
    record Parts(
            DocumentStore documents,
            Originals originals,
            OpenConversations conversations,
            StorageFailures storage,
            Attachments attachments,
            Function<ReadingFailure, String> refusals) {}

    DocumentKeeper(OpenConversation conversation, String id, Parts parts) {
        this.conversation = conversation;
        this.id = id;
        this.parts = parts;
        this.state = DocumentState.waiting(conversation.id());
        this.end = conversation.expiresAt();
    }

    /** What to do when nothing more comes; before the reading begins. */
    void whenOver(Runnable then) {
        whenOver = then;
    }

    /** Says what to cancel. */
    void isReadBy(Reading started) {
        reading = started;
        if (unwanted) {
            started.cancel();
        }
    }

    /** Whether its conversation has ended. */
    boolean isForsaken() {
        return parts.conversations()
                .find(conversation.owner(), conversation.id())
                .isEmpty();
    }

    @Override
    public void opened(DocumentKind kind, int pages) {
        state = state.opened(kind, pages);
        save();
    }

    @Override
    public void page(ReadPage page) {
        unsaved.add(page);
        unsavedCharacters +=
                page.blocks().stream().map(Block::text).mapToInt(String::length).sum();
        if (unsaved.size() >= PAGES || unsavedCharacters >= CHARACTERS || System.nanoTime() - savedAt > EVERY_NS) {
            save();
        }
    }

    @Override
    public void attachment(String name, Path file) {
        String shown = FileName.shown(name);
        try (InputStream in = Files.newInputStream(file)) {
            attached.add(parts.originals().keep(shown, in, size -> {}));
            if (over.get()) {
                deleteAttached();
            }
        } catch (IOException e) {
            notRead.add(new DocumentState.NotRead(shown, "upload-no-room"));
        }
    }

    @Override
    public void leftOut(String name) {
        notRead.add(
                new DocumentState.NotRead(FileName.shown(name), parts.refusals().apply(ReadingFailure.UNKNOWN_TYPE)));
    }

    /** First the attachments: who sees that the mail is ready sees them too. */
    @Override
    public void finished(int pages) {
        for (Original one : List.copyOf(attached)) {
            attached.remove(one);
            takeAttachment(one);
        }
        state = state.ready(pages, notRead);
        if (save()) {
            finish();
            follow();
        }
    }

    /** Once more at the end: an erasing of the conversation that was under way at the beginning is over now. */
    private void follow() {
        try {
            parts.attachments().follow(conversation);
        } catch (ProblemException e) {
            LOG.debug("A conversation was erased while a document of it was read");
        } catch (DataAccessException e) {
            LOG.warn(
                    "Whether a conversation stands could not be asked: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void failed(ReadingFailure failure) {
        fail(parts.refusals().apply(failure));
    }

    /** Nobody wants it any more: what is stored of it is erased by who says so. */
    void cancel() {
        unwanted = true;
        cancelReading();
        finish();
    }

    /** Ends it, with a reason that its owner is told; none of its pages stays. */
    void fail(String problem) {
        unwanted = true;
        cancelReading();
        try {
            parts.documents().fail(conversation.owner(), id, problem, endNow().orElse(end));
        } catch (RuntimeException e) {
            // Its sign of life ends: whoever looks at it next finds that nobody reads it.
            LOG.warn("How a reading ended could not be stored: {}", e.getClass().getName());
        } finally {
            finish();
        }
    }

    private void takeAttachment(Original one) {
        if (one.bytes() == 0) {
            parts.originals().delete(one.path());
            notRead.add(new DocumentState.NotRead(one.name(), parts.refusals().apply(ReadingFailure.EMPTY_FILE)));
            return;
        }
        parts.attachments()
                .attach(conversation, one, id)
                .ifPresent(problem -> notRead.add(new DocumentState.NotRead(one.name(), problem)));
    }

    /** @return whether it goes on */
    private boolean save() {
        for (int attempt = 0; attempt < ATTEMPTS && !unwanted; attempt++) {
            try {
                if (trySave()) {
                    return true;
                }
                if (!isStillWanted()) {
                    cancel();
                    return false;
                }
            } catch (DataAccessException e) {
                if (parts.storage().isFull(e)) {
                    fail("document-not-kept");
                    return false;
                }
                pause();
            }
        }
        if (!unwanted) {
            fail(Readings.INTERRUPTED);
        }
        return false;
    }

    private boolean trySave() {
        Revision before = revision;
        if (before == null) {
            return false; // what begins asks how things stand, like what lost a race
        }
        DocumentState next = state.read(unsaved);
        Optional<Revision> written = parts.documents().save(conversation.owner(), id, before, next, unsaved, end);
        if (written.isEmpty()) {
            return false;
        }
        revision = written.get();
        state = next;
        unsaved.clear();
        unsavedCharacters = 0;
        savedAt = System.nanoTime();
        return true;
    }

    /** Somebody wrote: the end of the conversation moved, it was erased, or another instance took this one for dead. */
    private boolean isStillWanted() {
        Optional<DocumentStore.Stored> standing = parts.documents()
                .find(conversation.owner(), id)
                .filter(found -> found.state().isBeingRead());
        Optional<Instant> now = endNow();
        standing.ifPresent(found -> revision = found.revision());
        now.ifPresent(found -> end = found);
        return standing.isPresent() && now.isPresent();
    }

    private Optional<Instant> endNow() {
        return parts.conversations()
                .find(conversation.owner(), conversation.id())
                .map(OpenConversation::expiresAt);
    }

    private void cancelReading() {
        Reading started = reading;
        if (started != null) {
            started.cancel();
        }
    }

    private void finish() {
        if (over.compareAndSet(false, true)) {
            deleteAttached();
            whenOver.run();
        }
    }

    private void deleteAttached() {
        attached.forEach(one -> parts.originals().delete(one.path()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
