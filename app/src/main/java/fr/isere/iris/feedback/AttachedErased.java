package fr.isere.iris.feedback;

import fr.isere.iris.identity.Audited;

/** A référent erased something that somebody attached; which one would say nothing, since its id is nowhere else. */
record AttachedErased(String person) implements Audited {

    @Override
    public String action() {
        return "feedback-erased";
    }
}
