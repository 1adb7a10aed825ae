package fr.isere.iris.chat;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/**
 * Somebody erased all of their conversations at once, after each of them was told.
 *
 * @param person {@link fr.isere.iris.identity.CurrentUser#id()}
 * @param count how many those were
 */
public record AllConversationsErased(String person, int count) implements Audited {

    @Override
    public String action() {
        return "conversations-erased";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("count", Integer.toString(count));
    }
}
