package fr.isere.iris.documents;

import fr.isere.iris.chat.AnswersUnderWay;
import fr.isere.iris.chat.Belongings;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.retention.Unreadable;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Erases documents, alone or with their conversation, and has them end when it ends. */
@Component
class DocumentErasing implements Belongings {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentErasing.class);

    private final DocumentList list;
    private final DocumentStore documents;
    private final Readings readings;
    private final AnswersUnderWay underWay;
    private final ApplicationEventPublisher events;

    DocumentErasing(
            DocumentList list,
            DocumentStore documents,
            Readings readings,
            AnswersUnderWay underWay,
            ApplicationEventPublisher events) {
        this.list = list;
        this.documents = documents;
        this.readings = readings;
        this.underWay = underWay;
        this.events = events;
    }

    /**
     * Erases one document of a conversation, has what is being written from it stop, and tells it. Its text goes first, so that whatever
     * is planned from then on does not find it; its place in the list last, so that what Redis did not give up is still looked for, and
     * taken away when it is found.
     */
    void erase(CurrentUser user, OpenConversation conversation, String id) {
        boolean gone = false;
        try {
            erase(conversation.owner(), List.of(id));
            gone = true;
        } finally { // it is remembered as erased, whatever Redis took of it: nobody can ask for the rest a second time
            try {
                forget(user, conversation, id);
            } finally {
                if (gone) {
                    list.remove(conversation, id);
                }
            }
        }
    }

    private void forget(CurrentUser user, OpenConversation conversation, String id) {
        try {
            underWay.stopFrom(id, conversation);
        } finally {
            events.publishEvent(new DocumentErased(user.id(), conversation.id(), id));
        }
    }

    @Override
    public void erase(String owner, String conversationId) {
        List<String> ids = idsOf(owner, conversationId);
        if (!ids.isEmpty()) {
            erase(owner, ids);
        }
        list.erase(owner, conversationId);
    }

    @Override
    public void endAt(String owner, String conversationId, Instant end) {
        List<String> ids = idsOf(owner, conversationId);
        if (!ids.isEmpty()) {
            ids.forEach(id -> documents.endAt(owner, id, end));
            list.endAt(owner, conversationId, end);
        }
    }

    private void erase(String owner, List<String> ids) {
        ids.forEach(id -> {
            try {
                documents.erase(owner, id);
            } finally { // nothing more of it is stored, whatever Redis took
                readings.cancel(id);
            }
        });
    }

    private List<String> idsOf(String owner, String conversationId) {
        try {
            return list.of(owner, conversationId).stream()
                    .map(DocumentEntry::id)
                    .toList();
        } catch (Unreadable e) {
            LOG.warn("A stored list of documents does not open ({}): they end by themselves", e.reason());
            return List.of();
        }
    }
}
