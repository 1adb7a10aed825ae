package fr.isere.iris.charter;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/** The version of the charter that this instance shows. */
record CharterVersion(String version) implements Audited {

    @Override
    public String person() {
        return IRIS;
    }

    @Override
    public String action() {
        return "charter-in-force";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("version", version);
    }

    @Override
    public boolean isState() {
        return true;
    }
}
