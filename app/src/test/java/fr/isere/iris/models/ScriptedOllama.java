package fr.isere.iris.models;

import fr.isere.iris.models.ScriptedEngine.Asked;
import java.io.IOException;

/** What an Ollama says, for a {@link ScriptedEngine} to say. */
final class ScriptedOllama {

    static final String JSON = "application/json";

    private static final String LINES = "application/x-ndjson";
    private static final int WINDOW = 8192;

    private ScriptedOllama() {}

    /** It is up, has this model in memory, and answers with one word. */
    static void isWell(ScriptedEngine engine, String model) {
        engine.on("/api/version", asked -> asked.answer(200, JSON, "{\"version\":\"0.17.4\"}"));
        String listed = "{\"models\":[{\"name\":\"" + model + "\",\"context_length\":" + WINDOW + "}]}";
        engine.on("/api/tags", asked -> asked.answer(200, JSON, listed));
        engine.on("/api/ps", asked -> asked.answer(200, JSON, listed));
        engine.on("/api/chat", ScriptedOllama::says);
    }

    /** A whole answer. */
    static void says(Asked asked) throws IOException {
        begins(asked);
        ends(asked);
    }

    /** Its first word, and nothing more as long as somebody listens. */
    static void saysAWordAndGoesOn(Asked asked) throws IOException {
        begins(asked);
        asked.hangsUpWithin(60_000);
    }

    /** Its first word. */
    static void begins(Asked asked) throws IOException {
        asked.begin(200, LINES);
        asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"Bon\"},\"done\":false}\n");
    }

    /** A thought, which nobody is told, and nothing more as long as somebody listens. */
    static void thinksAndStands(Asked asked) throws IOException {
        asked.begin(200, LINES);
        asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"Hm\"},\"done\":false}\n");
        asked.hangsUpWithin(60_000);
    }

    /** The end after the first word. */
    static void ends(Asked asked) throws IOException {
        asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
                + "\"prompt_eval_count\":400,\"eval_count\":1}\n");
        asked.end();
    }

    /** Its first word, and then the process is gone. */
    static void saysAWordAndDies(Asked asked) throws IOException {
        begins(asked);
        asked.hangsUpWithin(100);
        asked.die();
    }
}
