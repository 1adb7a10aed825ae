package fr.isere.iris.bench;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who writes one message after the other to a model that answers at once, and how long it takes. */
final class Person {

    static final int MESSAGES_A_CONVERSATION = 10;

    private static final String TEXT = "Prépare une réponse à ce courrier d’un usager. ".repeat(12);

    private final ScriptedModel model;
    private final ApiClient agent;
    private final List<Long> sends = new ArrayList<>();
    private final List<Long> reads = new ArrayList<>();

    Person(IrisForTests iris, ScriptedModel model, String account) {
        this.model = model;
        this.agent = iris.signIn(account).acceptsTheCharter();
    }

    /** Begins a conversation, writes to it, reads it after each message, and erases it. */
    void writesAConversation() {
        String conversation =
                agent.send("POST", "/api/conversations", null).json().get("id").asString();
        for (int i = 0; i < MESSAGES_A_CONVERSATION; i++) {
            sends.add(send(conversation));
            long begin = System.nanoTime();
            agent.get("/api/conversations/" + conversation);
            reads.add(System.nanoTime() - begin);
        }
        agent.send("DELETE", "/api/conversations/" + conversation, null);
    }

    /** Forgets what was measured so far. */
    void forget() {
        sends.clear();
        reads.clear();
    }

    /** How long sending a message took each time, until its answer was announced. */
    Figures sends() {
        return new Figures(sends);
    }

    /** How long reading the conversation took each time. */
    Figures reads() {
        return new Figures(reads);
    }

    private long send(String conversation) {
        long begin = System.nanoTime();
        try (EventStream stream = agent.ask(conversation, Map.of("text", TEXT))) {
            stream.next("answer");
            long took = System.nanoTime() - begin;
            model.nextAsked().says(TEXT).ends();
            stream.rest();
            return took;
        }
    }
}
