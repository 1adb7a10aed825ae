package fr.isere.iris.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends.
 *
 * @param text her words; none to have an answer generated again
 * @param replaces the message that this one edits (a person's) or generates again (an answer): it becomes a branch beside it
 * @param after the message that it follows; by default the newest
 * @param documentIds which of the conversation's documents it asks about; by default all
 * @param acknowledged kinds of the reminders that she read before sending it; by default none
 */
record NewMessage(
        @Nullable String text,
        @Nullable String replaces,
        @Nullable String after,
        @Nullable List<String> documentIds,
        @Nullable List<String> acknowledged) {

    /** Words that follow the newest message. */
    static NewMessage saying(String text) {
        return new NewMessage(text, null, null, null, null);
    }
}
