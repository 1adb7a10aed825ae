package fr.isere.iris.chat;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.retention.Lifetimes;
import java.util.Map;

/** How long this instance lets conversations live; told here, since retention knows of nobody who would be told. */
record RetentionPolicy(Lifetimes lifetimes) implements Audited {

    @Override
    public String person() {
        return IRIS;
    }

    @Override
    public String action() {
        return "policy-in-force";
    }

    @Override
    public Map<String, String> details() {
        return Map.of(
                "idle", lifetimes.idle().toString(),
                "max", lifetimes.max().toString(),
                "answer-log", lifetimes.answerLog().toString());
    }

    @Override
    public boolean isState() {
        return true;
    }
}
