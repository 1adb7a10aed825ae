package fr.isere.iris.audit;

import fr.isere.iris.identity.Audited;

/** A référent looked at the trail. */
record AuditRead(String person) implements Audited {

    @Override
    public String action() {
        return "audit-read";
    }
}
