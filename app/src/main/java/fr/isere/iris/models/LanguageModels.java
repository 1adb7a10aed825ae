package fr.isere.iris.models;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The models that this instance can ask. */
public interface LanguageModels {

    /** The one that answers when nobody chose. */
    LanguageModel active();

    /**
     * The one that answers in this conversation: the active one, or one that ops try on some of the conversations. The same until ops
     * decide otherwise.
     *
     * @param conversationId which conversation
     * @param begun when it was opened
     */
    default LanguageModel answering(String conversationId, Instant begun) {
        return active();
    }

    /** The one with this catalogue id, if the catalogue has it and its engine is configured. */
    Optional<LanguageModel> find(String id);

    /** All that can be chosen, the active one first. */
    List<LanguageModel> all();
}
