package fr.isere.iris.models;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One person asks a hundred times, and then another once: how long the other waits, in slot's turns. */
final class FairnessBench {

    private static final int SLOTS = 4;
    private static final int REQUESTS = 100;
    private static final int ROUNDS = 10;
    private static final long TURN_MS = 300;

    private FairnessBench() {}

    public static void main(String[] arguments) throws IOException {
        EngineRoom room = new EngineRoom(measured -> {});
        try (ScriptedEngine engine = new ScriptedEngine()) {
            EngineModel model = model(engine, room);
            List<Heard> greedy = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                greedy.add(asked(model, "beaucoup"));
            }
            greedy.get(0).untilFirstToken();
            long longest = 0;
            int furthest = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long came = System.nanoTime();
                Heard modest = asked(model, "une fois");
                modest.untilFirstToken();
                longest = Math.max(longest, (modest.firstTokenAt() - came) / 1_000_000);
                furthest = Math.max(
                        furthest,
                        modest.positions().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0));
                modest.untilDone();
            }
            long still = greedy.stream().filter(heard -> !heard.ended()).count();
            System.out.printf(
                    "%d demandes d’une personne, %d créneaux, un tour de %d ms : le premier mot d’une autre vient en %d ms au plus, son propre"
                            + " tour compris, sur %d essais (place %d au plus) ; %d des %d attendent encore à la fin%n",
                    REQUESTS, SLOTS, TURN_MS, longest, ROUNDS, furthest, still, REQUESTS);
        }
        System.exit(0);
    }

    private static EngineModel model(ScriptedEngine engine, EngineRoom room) {
        String listed = "{\"models\":[{\"name\":\"essai:1b\",\"context_length\":4096}]}";
        engine.on("/api/ps", asked -> asked.answer(200, "application/json", listed));
        engine.on("/api/chat", asked -> {
            asked.hangsUpWithin(TURN_MS);
            asked.begin(200, "application/x-ndjson");
            asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"Bonjour\"},\"done\":false}\n");
            asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
                    + "\"prompt_eval_count\":40,\"eval_count\":1}\n");
            asked.end();
        });
        List<URI> urls = List.of(engine.url(""));
        EngineKind kind = new OllamaEngines(
                new EngineHttp(room, Duration.ofSeconds(2)),
                room.timer(),
                urls,
                Duration.ofSeconds(2),
                KeepAlive.AS_THE_ENGINE_LIKES);
        return PoolForTests.model(
                LanguageModelContract.describe("ollama", "essai:1b", 4096), kind, SLOTS, 2 * REQUESTS, room);
    }

    private static Heard asked(EngineModel model, String person) {
        Heard heard = new Heard();
        Sender sender = new Sender(person, "", Sender.Urgency.CONVERSATION);
        model.answer(new ModelRequest(List.of(new Turn(Turn.Speaker.USER, "Bonjour")), 24, sender), heard);
        return heard;
    }
}
