package fr.isere.iris.documents;

import fr.isere.iris.chat.AnswersUnderWay;
import fr.isere.iris.chat.Belongings;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.retention.Unreadable;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Erases documents, alone or with their conversation, and has them end when it ends. */
@Component
class DocumentErasing implements Belongings {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentErasing.class);

    private final DocumentList list;
    private final DocumentStore documents;
    private final Readings readings;
    private final AnswersUnderWay underWay;

    DocumentErasing(DocumentList list, DocumentStore documents, Readings readings, AnswersUnderWay underWay) {
        this.list = list;
        this.documents = documents;
        this.readings = readings;
        this.underWay = underWay;
    }

    /** Erases one document of a conversation, and has what is being written from it stop. */
    void erase(OpenConversation conversation, String id) {
        list.remove(conversation, id);
        erase(conversation.owner(), List.of(id));
        underWay.stopFrom(id, conversation);
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
            documents.erase(owner, id);
            readings.cancel(id);
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
