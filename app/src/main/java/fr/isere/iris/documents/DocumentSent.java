package fr.isere.iris.documents;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/** Somebody sent a document. What it is named or holds is not told. */
record DocumentSent(String person, String conversation, String document) implements Audited {

    @Override
    public String action() {
        return "document-sent";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("conversation", conversation, "document", document);
    }
}
