package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** An answer of one of two backends, and what is asked of the other when that fails. */
class PoolTests extends TwoBackends {

    @ParameterizedTest
    @CsvSource({
        "404, application/json, '{\"error\":\"model not found\"}'",
        "500, application/json, '{\"error\":\"runner stopped\"}'",
        "502, text/html, '<html>bad gateway</html>'",
        "200, text/html, '<html>Portail captif</html>'",
        "503, application/json, '{\"error\":\"server busy, maximum pending requests exceeded\"}'",
        "200, application/x-ndjson, ''",
    })
    void whatOneBackendFailsTheOtherAnswers(int status, String type, String text) {
        one.on("/api/chat", asked -> asked.answer(status, type, text));

        for (int i = 0; i < 8; i++) {
            assertThat(asked().untilDone().reason()).isEqualTo(FinishReason.COMPLETE);
        }
        assertThat(one.asked("/api/chat")).isNotEmpty();
    }

    @Test
    void aKilledBackendCostsNobodyAnAnswerThatHadNotBegun() throws IOException {
        one.close();

        for (int i = 0; i < 8; i++) {
            asked().untilDone();
        }
        assertThat(backend(one).word()).isEqualTo("down");
        await().until(() -> slotsTaken() == 0);
    }

    @Test
    void afterTheFirstWordNothingIsAskedTwice() {
        bothAnswer(ScriptedOllama::saysAWordAndDies);

        Heard heard = asked();

        assertThat(heard.untilFailed()).isEqualTo(EngineFailure.INTERRUPTED);
        assertThat(heard.text()).isEqualTo("Bon");
        assertThat(one.asked("/api/chat").size() + other.asked("/api/chat").size())
                .isEqualTo(1);
    }

    /** The person was told nothing yet. */
    @Test
    void aThoughtThatLeadsNowhereIsThoughtElsewhere() {
        AtomicInteger first = new AtomicInteger();
        bothAnswer(asked -> {
            if (first.getAndIncrement() == 0) {
                ScriptedOllama.thinksAndStands(asked);
            } else {
                ScriptedOllama.says(asked);
            }
        });
        Heard heard = new Heard();
        patient(Duration.ofMillis(300)).answer(request(), heard);

        assertThat(heard.untilDone().reason()).isEqualTo(FinishReason.COMPLETE);
        assertThat(first).hasValue(2);
    }

    @Test
    void anEngineIsToldTheTraceOfTheRequestThatItAnswers() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        bothAnswer(asked -> asked.answer(500, JSON, "{}"));
        MDC.put("trace.id", id);
        try {
            asked().untilFailed();
        } finally {
            MDC.remove("trace.id");
        }

        assertThat(List.of(one, other))
                .allSatisfy(engine -> assertThat(engine.asked("/api/chat"))
                        .singleElement()
                        .satisfies(asked ->
                                assertThat(asked.headers()).containsIgnoringCase("traceparent: 00-" + id + "-")));
    }

    @Test
    void whatIsStoppedOrBreaksOffHasTakenWhatWasReadAndHeard() {
        bothAnswer(ScriptedOllama::saysAWordAndGoesOn);
        Heard heard = new Heard();
        Generation generation = model.answer(request(), heard);
        heard.untilFirstToken();

        generation.cancel();

        assertThat(heard.untilDone().usage()).isEqualTo(Usage.NONE);
        await().until(() -> !measured.isEmpty());
        assertThat(measured.get(0).usage()).isEqualTo(new Usage(TokenEstimate.words("Bonjour"), 1));
    }

    @Test
    void whereAllFailThePersonIsToldOnceAndNoSlotStaysTaken() {
        bothAnswer(asked -> asked.answer(500, JSON, "{}"));

        assertThat(asked().untilFailed()).isEqualTo(EngineFailure.MISBEHAVING);
        await().until(() -> slotsTaken() == 0);
    }

    @Test
    void aConversationStaysOnOneBackendForWhatThatHasCached() {
        pool.look().join();
        Sender sender = new Sender("agent", "conversation", Sender.Urgency.CONVERSATION);
        for (int i = 0; i < 6; i++) {
            Heard heard = new Heard();
            model.answer(request().from(sender), heard);
            heard.untilDone();
        }

        assertThat(List.of(
                        one.asked("/api/chat").size(), other.asked("/api/chat").size()))
                .containsExactlyInAnyOrder(0, 6);
    }

    @Test
    void aCancelWhileItIsTriedElsewhereFreesEverything() {
        one.on("/api/chat", asked -> asked.answer(500, JSON, "{}"));
        other.on("/api/chat", asked -> asked.hangsUpWithin(20_000));
        List<Heard> all = new ArrayList<>();
        List<Generation> generations = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Heard heard = new Heard();
            all.add(heard);
            generations.add(model.answer(request(), heard));
        }
        await().until(() -> other.asked("/api/chat").size() == 4);

        generations.forEach(Generation::cancel);

        all.forEach(heard -> assertThat(heard.untilDone().reason()).isEqualTo(FinishReason.STOPPED));
        await().until(() -> slotsTaken() == 0);
    }
}
