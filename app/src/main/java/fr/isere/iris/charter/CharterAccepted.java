package fr.isere.iris.charter;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/** Somebody accepted the version in force. */
record CharterAccepted(String person, String version) implements Audited {

    @Override
    public String action() {
        return "charter-accepted";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("version", version);
    }
}
