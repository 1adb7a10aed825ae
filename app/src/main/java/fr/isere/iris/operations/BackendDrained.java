package fr.isere.iris.operations;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/** Ops kept new answers away from a backend, or have it serve again. */
record BackendDrained(String person, String backend, boolean drained) implements Audited {

    @Override
    public String action() {
        return drained ? "backend-drained" : "backend-resumed";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("backend", backend);
    }
}
