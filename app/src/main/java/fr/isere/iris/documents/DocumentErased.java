package fr.isere.iris.documents;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/** Somebody erased a document before its time; one that goes with its conversation is not told. */
public record DocumentErased(String person, String conversation, String document) implements Audited {

    @Override
    public String action() {
        return "document-erased";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("conversation", conversation, "document", document);
    }
}
