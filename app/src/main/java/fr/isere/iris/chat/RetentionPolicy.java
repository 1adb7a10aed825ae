package fr.isere.iris.chat;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.retention.Life;
import fr.isere.iris.retention.Lifetimes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        Map<String, String> details = new TreeMap<>(Map.of(
                "idle", lifetimes.idle().toString(),
                "max", lifetimes.max().toString(),
                "answer-log", lifetimes.answerLog().toString(),
                "ephemeral-idle", lifetimes.ephemeral().idle().toString(),
                "longest", lifetimes.longest().toString()));
        lifetimes.roles().keySet().forEach(role -> {
            Life life = lifetimes.of(List.of(role));
            details.put(role + "-idle", life.idle().toString());
            details.put(role + "-max", life.max().toString());
        });
        return details;
    }

    @Override
    public boolean isState() {
        return true;
    }
}
