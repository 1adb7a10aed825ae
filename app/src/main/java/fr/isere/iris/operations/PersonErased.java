package fr.isere.iris.operations;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/** Ops erased all that was kept of somebody. */
record PersonErased(String person, String erased, int things) implements Audited {

    @Override
    public String action() {
        return "person-erased";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("whose", erased, "things", Integer.toString(things));
    }
}
