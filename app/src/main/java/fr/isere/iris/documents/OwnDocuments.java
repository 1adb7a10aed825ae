package fr.isere.iris.documents;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Seal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds documents for those whose they are. */
@Component
class OwnDocuments implements Documents {

    private final DocumentList list;
    private final DocumentStore documents;
    private final Readings readings;
    private final OpenConversations conversations;
    private final Pseudonyms pseudonyms;

    OwnDocuments(
            DocumentList list,
            DocumentStore documents,
            Readings readings,
            OpenConversations conversations,
            Pseudonyms pseudonyms) {
        this.list = list;
        this.documents = documents;
        this.readings = readings;
        this.conversations = conversations;
        this.pseudonyms = pseudonyms;
    }

    /** A document with its conversation, as it stands. */
    record Found(OpenConversation conversation, DocumentEntry entry, DocumentState state) {

        boolean isReady() {
            return state.stage() == DocumentState.Stage.READY;
        }

        ReadDocument asRead() {
            return new ReadDocument(
                    entry.id(),
                    conversation.id(),
                    conversation.owner(),
                    entry.number(),
                    entry.name(),
                    state.pages(),
                    state.unreadable(),
                    state.hasOwnPages());
        }
    }

    /** All of a conversation, by number. */
    List<Found> in(OpenConversation conversation) {
        return list.of(conversation.owner(), conversation.id()).stream()
                .flatMap(entry ->
                        state(conversation.owner(), entry.id())
                                .map(state -> new Found(conversation, entry, state))
                                .stream())
                .toList();
    }

    /**
     * This person's document.
     *
     * @throws ProblemException {@code document-not-found}, the same for what never was, is another's, or is gone
     */
    Found ownedBy(CurrentUser user, String id) {
        String owner = pseudonyms.of(user.id());
        return state(owner, id)
                .flatMap(state -> conversations
                        .find(owner, state.conversationId())
                        .flatMap(conversation -> list.find(owner, conversation.id(), id)
                                .map(entry -> new Found(conversation, entry, state))))
                .orElseThrow(OwnDocuments::notFound);
    }

    /**
     * One page of a document that is ready.
     *
     * @throws ProblemException {@code document-not-ready}; {@code document-page-not-found}
     */
    ReadPage page(Found found, int number) {
        requireReady(found);
        return documents
                .page(found.conversation().owner(), found.entry().id(), number)
                .orElseThrow(() -> new ProblemException("document-page-not-found", HttpStatus.NOT_FOUND));
    }

    @Override
    public boolean areBeingRead(String owner, String conversationId) {
        return conversations.find(owner, conversationId).map(this::in).orElse(List.of()).stream()
                .anyMatch(found -> found.state().isBeingRead());
    }

    @Override
    public List<ReadDocument> readyIn(String owner, String conversationId) {
        return conversations.find(owner, conversationId).map(this::in).orElse(List.of()).stream()
                .filter(Found::isReady)
                .map(Found::asRead)
                .toList();
    }

    @Override
    public List<ReadDocument> ownedBy(CurrentUser user, List<String> documentIds) {
        List<Found> found = documentIds.stream().map(id -> ownedBy(user, id)).toList();
        long of = found.stream().map(one -> one.conversation().id()).distinct().count();
        if (of > 1) {
            throw notFound();
        }
        found.forEach(OwnDocuments::requireReady);
        return found.stream().map(Found::asRead).toList();
    }

    @Override
    public List<ReadPage> pages(ReadDocument document) {
        return documents.pages(document.owner(), document.id());
    }

    @Override
    public Optional<Seal> sealOf(String owner, Collection<String> documentIds) {
        return documents.sealOf(owner, documentIds);
    }

    private Optional<DocumentState> state(String owner, String id) {
        return documents.find(owner, id).map(found -> readings.seen(owner, id, found.state()));
    }

    private static void requireReady(Found found) {
        if (!found.isReady()) {
            throw new ProblemException("document-not-ready", HttpStatus.CONFLICT);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException("document-not-found", HttpStatus.NOT_FOUND);
    }
}
