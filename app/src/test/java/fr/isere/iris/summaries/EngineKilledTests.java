package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.EventStream.Event;
import fr.isere.iris.testing.OllamaForTests;
import fr.isere.iris.testing.TerseModel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real Ollama that dies in the middle of a summary; that what was noted is not asked again, {@link SummaryApiTests} shows. */
@Tag("ollama")
class EngineKilledTests {

    private static final Map<String, String> KEY_POINTS = Map.of("format", "key-points", "length", "short");

    @Test
    void aSummaryThatTheEngineBrokeOffIsToldAsSuchAndWrittenOnceTheEngineIsBack() {
        try (OllamaForTests ollama = OllamaForTests.start();
                RealSummaries iris =
                        RealSummaries.on(ollama, "iris.summaries.passage-tokens=700", TerseModel.setting())) {
            String conversation = iris.conversation();
            EventStream stream = iris.begin(conversation, KEY_POINTS, pages());
            String message = stream.next("answer").data().get("messageId").asString();
            while (stream.next("progress").data().get("done").asInt() == 0) {
                // until a passage is noted
            }
            ollama.kill();
            Event end = stream.next("problem");
            assertThat(end.data().get("type").asString()).startsWith("urn:iris:problem:engine-");
            assertThat(end.data().get("retryable").asBoolean()).isTrue();

            ollama.comeBack();
            List<Event> rest = iris.again(conversation, message).rest();

            assertThat(rest.get(rest.size() - 1).type())
                    .as(rest.get(rest.size() - 1).data().toString())
                    .isEqualTo("done");
            assertThat(EventStream.text(rest)).isNotBlank();
        }
    }

    private static String[] pages() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(page -> "Article " + page + "\n"
                        + "Le conseil approuve la convention avec la commune de Vizille pour douze mois. ".repeat(12))
                .toArray(String[]::new);
    }
}
