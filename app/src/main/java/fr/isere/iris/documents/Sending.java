package fr.isere.iris.documents;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.Ids;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes documents of files, and has them read. */
@Component
class Sending implements Attachments {

    private final DocumentList list;
    private final DocumentStore documents;
    private final Readings readings;
    private final Originals originals;
    private final DocumentErasing erasing;
    private final OpenConversations conversations;
    private final Ids ids;
    private final Clock clock;
    private final Places places;

    Sending(
            DocumentList list,
            DocumentStore documents,
            Readings readings,
            Originals originals,
            DocumentErasing erasing,
            OpenConversations conversations,
            Ids ids,
            Clock clock,
            DocumentSettings settings) {
        this.list = list;
        this.documents = documents;
        this.readings = readings;
        this.originals = originals;
        this.erasing = erasing;
        this.conversations = conversations;
        this.ids = ids;
        this.clock = clock;
        this.places = new Places(
                settings.readingsAtOnce(),
                () -> new ProblemException(
                        "too-many-readings", HttpStatus.TOO_MANY_REQUESTS, settings.readingsAtOnce()));
    }

    /**
     * Whether a file may come, before one byte of it is kept.
     *
     * @throws ProblemException {@code too-many-documents}, {@code too-many-readings}
     */
    void requirePlace(OpenConversation conversation) {
        list.requirePlace(conversation);
        places.require(conversation.owner());
    }

    /**
     * Makes a document of a file; the file is deleted when it has been read, or refused here.
     *
     * @throws ProblemException {@code too-many-documents}, {@code document-already-there}, {@code conversation-not-found},
     *     {@code too-many-readings}
     */
    DocumentEntry take(OpenConversation conversation, Original original, @Nullable String partOf) {
        boolean taken = false;
        Places.@Nullable Place place = null;
        try {
            place = places.take(conversation.owner());
            OpenConversation now = requireOpen(conversation);
            DocumentEntry entry = keep(now, original, partOf);
            follow(now);
            readings.start(now, entry, original, this, place);
            taken = true;
            return entry;
        } finally {
            if (!taken) {
                originals.delete(original.path());
                if (place != null) {
                    place.close();
                }
            }
        }
    }

    @Override
    public Optional<String> attach(OpenConversation conversation, Original attachment, String mail) {
        try {
            take(conversation, attachment, mail);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.name());
        } catch (DataAccessException e) {
            return Optional.of("document-not-kept");
        }
    }

    /** First the document, then its place in the list: one that no list names could not be erased. */
    private DocumentEntry keep(OpenConversation conversation, Original original, @Nullable String partOf) {
        String owner = conversation.owner();
        String id = ids.nextBeside(conversation.id());
        documents.begin(owner, id, DocumentState.waiting(conversation.id()), conversation.expiresAt());
        boolean kept = false;
        try {
            DocumentList.Added added = list.add(
                    conversation, DocumentEntry.of(id, original, partOf, clock.instant()), old -> isFailed(owner, old));
            kept = true;
            added.replaced().forEach(old -> documents.erase(owner, old.id()));
            return added.entry();
        } finally {
            if (!kept) {
                documents.drop(owner, id);
            }
        }
    }

    /** What failed may be sent again. */
    private boolean isFailed(String owner, DocumentEntry entry) {
        return documents
                .find(owner, entry.id())
                .map(found -> readings.seen(owner, entry.id(), found.state()))
                .map(state -> state.stage() == DocumentState.Stage.FAILED)
                .orElse(true);
    }

    @Override
    public void follow(OpenConversation conversation) {
        Optional<OpenConversation> now = conversations.find(conversation.owner(), conversation.id());
        if (now.isEmpty()) {
            erasing.erase(conversation.owner(), conversation.id());
            throw notFound();
        }
        if (!now.get().expiresAt().equals(conversation.expiresAt())) {
            erasing.endAt(conversation.owner(), conversation.id(), now.get().expiresAt());
        }
    }

    private OpenConversation requireOpen(OpenConversation conversation) {
        return conversations.find(conversation.owner(), conversation.id()).orElseThrow(Sending::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException("conversation-not-found", HttpStatus.NOT_FOUND);
    }
}
