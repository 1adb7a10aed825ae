package fr.isere.iris.chat;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/**
 * Somebody erased a conversation before its time; one that expires is not told.
 *
 * @param person {@link fr.isere.iris.identity.CurrentUser#id()}
 * @param conversation its id
 */
public record ConversationErased(String person, String conversation) implements Audited {

    @Override
    public String action() {
        return "conversation-erased";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("conversation", conversation);
    }
}
