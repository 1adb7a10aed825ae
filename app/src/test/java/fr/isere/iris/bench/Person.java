package fr.isere.iris.bench;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who writes one message after the other to a model that answers at once. */
final class Person {

    private static final int MESSAGES_A_CONVERSATION = 10;
    private static final String TEXT = "Prépare une réponse à ce courrier d’un usager. ".repeat(12);

    private final ScriptedModel model;
    private final ApiClient agent;

    Person(IrisForTests iris, ScriptedModel model) {
        this.model = model;
        this.agent = iris.signIn("agent").acceptsTheCharter();
    }

    /** How long sending a message takes, until its answer is announced; and reading a conversation. */
    record Latencies(Figures send, Figures read) {}

    Latencies write(int messages) {
        List<Long> sends = new ArrayList<>();
        List<Long> reads = new ArrayList<>();
        String conversation = "";
        for (int i = 0; i < messages; i++) {
            if (i % MESSAGES_A_CONVERSATION == 0) {
                conversation = agent.send("POST", "/api/conversations", null)
                        .json()
                        .get("id")
                        .asString();
            }
            sends.add(send(conversation));
            long begin = System.nanoTime();
            agent.get("/api/conversations/" + conversation);
            reads.add(System.nanoTime() - begin);
        }
        agent.send("DELETE", "/api/conversations", null);
        return new Latencies(new Figures(sends), new Figures(reads));
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
