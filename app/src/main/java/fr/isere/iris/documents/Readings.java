package fr.isere.iris.documents;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.problems.StorageFailures;
import fr.isere.iris.reading.ReadingFailure;
import fr.isere.iris.retention.Signals;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The documents that are being read: those of this instance, and the way to those of the others. */
@Component
class Readings implements SmartLifecycle {

    /** Stopped after the web server, and before the connection to the store closes. */
    static final int PHASE = 1000;

    /** The instance that read it stopped or died. */
    static final String INTERRUPTED = "document-interrupted";

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final String CANCEL = "cancel-reading";
    private static final long SIGN_OF_LIFE_S = DocumentStore.LEASE.toSeconds() / 3;

    private final DocumentReader reader;
    private final DocumentStore documents;
    private final Originals originals;
    private final OpenConversations conversations;
    private final StorageFailures storage;
    private final Signals signals;
    private final DocumentSettings settings;
    private final Map<String, DocumentKeeper> running = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledExecutorService lives;

    Readings(
            DocumentReader reader,
            DocumentStore documents,
            Originals originals,
            OpenConversations conversations,
            StorageFailures storage,
            Signals signals,
            DocumentSettings settings) {
        this.reader = reader;
        this.documents = documents;
        this.originals = originals;
        this.conversations = conversations;
        this.storage = storage;
        this.signals = signals;
        this.settings = settings;
    }

    /**
     * Has a document read; returns at once.
     *
     * @param place that it holds until then
     */
    void start(
            OpenConversation conversation,
            DocumentEntry entry,
            Original original,
            Attachments attachments,
            Places.Place place) {
        String id = entry.id();
        DocumentKeeper keeper = new DocumentKeeper(
                conversation,
                id,
                new DocumentKeeper.Parts(
                        documents,
                        originals,
                        conversations,
                        storage,
                        attachments,
                        failure -> Refusals.of(failure, settings).name()));
        Signals.Subscription cancelled = signals.listen(CANCEL, id, () -> cancelHere(keeper));
        keeper.whenOver(() -> {
            place.close();
            over(id, original, cancelled);
        });
        running.put(id, keeper);
        try {
            keeper.isReadBy(reader.read(original.path(), keeper));
        } catch (RuntimeException e) {
            LOG.error("No reader takes a document: {}", e.getClass().getName());
            keeper.failed(ReadingFailure.NO_READER);
        }
    }

    /** Has a document not be read any further, wherever it is; harmless after its end. */
    void cancel(String id) {
        @Nullable DocumentKeeper here = running.get(id);
        if (here == null) {
            signals.send(CANCEL, id);
        } else {
            here.cancel();
        }
    }

    /** The state of a document as it is to be seen: one that nobody reads any more has failed. */
    DocumentState seen(String owner, String id, DocumentState stored) {
        if (!stored.isBeingRead() || running.containsKey(id) || documents.isLeased(id)) {
            return stored;
        }
        // It may have ended since it was read.
        DocumentState now =
                documents.find(owner, id).map(DocumentStore.Stored::state).orElse(stored);
        if (!now.isBeingRead()) {
            return now;
        }
        conversations
                .find(owner, now.conversationId())
                .ifPresent(conversation -> documents.fail(owner, id, INTERRUPTED, conversation.expiresAt()));
        return now.failed(INTERRUPTED);
    }

    @Override
    public void start() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "documents");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused = scheduler.scheduleWithFixedDelay(
                this::giveSignsOfLife, SIGN_OF_LIFE_S, SIGN_OF_LIFE_S, TimeUnit.SECONDS);
        lives = scheduler;
    }

    /** Ends what this instance still reads: its owners are told to send it again. */
    @Override
    public void stop() {
        ScheduledExecutorService scheduler = lives;
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
        lives = null;
        List.copyOf(running.values()).forEach(keeper -> keeper.fail(INTERRUPTED));
    }

    @Override
    public boolean isRunning() {
        return lives != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Who brings signals must not be held, and cancelling waits for what is being written. */
    private void cancelHere(DocumentKeeper keeper) {
        ScheduledExecutorService scheduler = lives;
        if (scheduler != null) {
            scheduler.execute(keeper::cancel);
        }
    }

    /** Says of all that is read here that it is, and ends what nobody can want any more. */
    void giveSignsOfLife() {
        for (String id : running.keySet()) {
            try {
                documents.renewLease(id);
                endIfForsaken(id);
            } catch (RuntimeException e) {
                LOG.debug("No sign of life: {}", e.getClass().getName()); // the next one may come through
            }
        }
    }

    /** What waits for a reader must not outlive the conversation that it was sent to. */
    private void endIfForsaken(String id) {
        DocumentKeeper keeper = running.get(id);
        if (keeper != null && keeper.isForsaken()) {
            keeper.cancel();
        }
    }

    private void over(String id, Original original, Signals.Subscription cancelled) {
        cancelled.close();
        running.remove(id);
        originals.delete(original.path());
        documents.endLease(id);
    }
}
