package fr.isere.iris.chat;

import java.time.Instant;

/** What a capability keeps of conversations: it goes with them, and ends with them. */
public interface Belongings {

    /** The conversation is erased, and all that belongs to it with it; harmless where nothing is. */
    void erase(String owner, String conversationId);

    /** The conversation ends then, earlier or later than it did: so does what belongs to it. */
    void endAt(String owner, String conversationId, Instant end);
}
