package fr.isere.iris.chat;

/** The answers that are being written. */
public interface AnswersUnderWay {

    /** Stops the answer that is being written in this conversation, on whichever instance, if it is written from this document. */
    void stopFrom(String documentId, OpenConversation conversation);
}
