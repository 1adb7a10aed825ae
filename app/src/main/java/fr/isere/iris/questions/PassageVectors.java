package fr.isere.iris.questions;

import fr.isere.iris.chat.Belongings;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.documents.DocumentErased;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.models.Embeddings;
import fr.isere.iris.passages.Passage;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Seal;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors of documents' passages, where ops chose a model that makes them. A vector tells much of its text: they are sealed with the
 * document's own key, and go with it and with its conversation. They are made behind the first question about a document, which does not wait for them.
 */
@Component
class PassageVectors implements Belongings, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PassageVectors.class);
    private static final int ATTEMPTS = 5;

    private final ObjectProvider<Embeddings> embeddings;
    private final ExpiringStore store;
    private final OpenConversations conversations;
    private final Documents documents;
    private final Pseudonyms pseudonyms;
    private final JsonMapper json;
    private final Set<String> beingMade = ConcurrentHashMap.newKeySet();
    private final ExecutorService maker =
            Executors.newSingleThreadExecutor(new CustomizableThreadFactory("passage-vectors-"));

    PassageVectors(
            ObjectProvider<Embeddings> embeddings,
            ExpiringStore store,
            OpenConversations conversations,
            Documents documents,
            Pseudonyms pseudonyms,
            JsonMapper json) {
        this.embeddings = embeddings;
        this.store = store;
        this.conversations = conversations;
        this.documents = documents;
        this.pseudonyms = pseudonyms;
        this.json = json;
    }

    /**
     * The vectors of a document's passages, as they are stored.
     *
     * @param model that made them
     * @param vectors of each passage, in order, four bytes a number
     */
    private record Made(String model, List<byte[]> vectors) {

        static Made by(String model, List<float[]> vectors) {
            return new Made(model, vectors.stream().map(PassageVectors::bytes).toList());
        }

        Vectors opened() {
            return new Vectors(
                    model, vectors.stream().map(PassageVectors::numbers).toList());
        }
    }

    /**
     * How near each passage is to a question, from -1 to 1, in order; empty while the vectors are not there.
     *
     * @param open keeps those of the document for the next question
     */
    Optional<List<Double>> nearness(OpenLibrary open, ReadDocument document, List<Passage> passages, String question) {
        @Nullable Embeddings model = embeddings.getIfAvailable();
        if (model == null) {
            return Optional.empty();
        }
        Optional<Vectors> vectors =
                open.vectors(document.id(), found -> areOf(found, model, passages.size()), () -> find(document));
        if (vectors.isEmpty()) {
            makeBehind(model, document, passages);
            return Optional.empty();
        }
        return model.ofQuestion(question).map(vectors.get()::nearnessTo);
    }

    private static boolean areOf(Vectors found, Embeddings model, int passages) {
        return found.model().equals(model.id()) && found.ofPassages().size() == passages;
    }

    private void makeBehind(Embeddings model, ReadDocument document, List<Passage> passages) {
        if (beingMade.add(document.id())) {
            maker.execute(() -> {
                try {
                    List<String> texts = passages.stream().map(Passage::text).toList();
                    model.ofPassages(texts).ifPresent(vectors -> keep(document, Made.by(model.id(), vectors)));
                } catch (RuntimeException e) {
                    LOG.warn(
                            "The vectors of a document were not kept: {}",
                            e.getClass().getName());
                } finally {
                    beingMade.remove(document.id());
                }
            });
        }
    }

    private void keep(ReadDocument document, Made made) {
        Key key = key(document.owner(), document.conversationId());
        Optional<Seal> seal = sealOf(document);
        if (seal.isEmpty()) {
            return;
        }
        String vectors = seal.get().seal(json.writeValueAsString(made));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<OpenConversation> conversation = conversations.find(document.owner(), document.conversationId());
            if (conversation.isEmpty()) {
                return;
            }
            Revision read = store.readBundle(key, List.of())
                    .map(ExpiringStore.Bundle::revision)
                    .orElseGet(Revision::unstored);
            store.requireRoom(key, vectors.length());
            Instant end = conversation.get().expiresAt();
            if (store.writeBundle(key, read, Map.of(document.id(), vectors), List.of(), end)
                    .isPresent()) {
                eraseIfGone(document);
                return;
            }
        }
    }

    /** Looked at after the write: an erasing before it is seen here, one after it finds what was written. */
    private void eraseIfGone(ReadDocument document) {
        boolean stands = documents.readyIn(document.owner(), document.conversationId()).stream()
                .anyMatch(one -> one.id().equals(document.id()));
        if (!stands) {
            erase(document.owner(), document.conversationId());
        }
    }

    /** Those of the others are made again behind the next question. */
    @EventListener
    void whenErased(DocumentErased erased) {
        erase(pseudonyms.of(erased.person()), erased.conversation());
    }

    private Optional<Vectors> find(ReadDocument document) {
        try {
            return store.readBundle(key(document.owner(), document.conversationId()), List.of(document.id()))
                    .flatMap(bundle -> Optional.ofNullable(bundle.fields().get(document.id())))
                    .flatMap(made -> sealOf(document).map(seal -> seal.open(made)))
                    .map(made -> StoredJson.read(json, made, Made.class).opened());
        } catch (Unreadable e) {
            LOG.debug("The vectors of a document do not open ({}): they are made again", e.reason());
            return Optional.empty();
        }
    }

    private Optional<Seal> sealOf(ReadDocument document) {
        return documents.sealOf(document.owner(), List.of(document.id()));
    }

    @Override
    public void erase(String owner, String conversationId) {
        store.delete(List.of(key(owner, conversationId)));
    }

    @Override
    public void endAt(String owner, String conversationId, Instant end) {
        store.moveEnd(key(owner, conversationId), end);
    }

    @Override
    public void destroy() {
        maker.shutdownNow();
    }

    private static float[] numbers(byte[] bytes) {
        FloatBuffer stored = ByteBuffer.wrap(bytes).asFloatBuffer();
        float[] numbers = new float[stored.remaining()];
        stored.get(numbers);
        return numbers;
    }

    private static byte[] bytes(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    private static Key key(String owner, String conversationId) {
        return Key.of("vectors", conversationId).ownedBy(owner);
    }
}
