package fr.isere.iris.models;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which model answers, and how its engine is reached and spared.
 *
 * @param active catalogue id of the model that answers when nobody chose; required
 * @param embedding id of the model of {@code embeddings/} that helps to find passages; without it they are found by their words
 * @param slots answers at once of one server, over all instances
 * @param queue conversations that wait for a slot of one kind of engine, over all instances, past which one is refused; other work is refused
 *     past as many of both
 * @param ollama where the Ollamas are
 * @param openai where OpenAI-compatible servers are
 * @param connect how long to try to reach an engine
 * @param firstToken how long an answer may take to begin, the loading of the model included
 * @param nextToken how long an answer that has begun may pause before it counts as broken off
 * @param probe how often to look whether the engines can answer
 * @param officeHours when models stay in memory, as in {@code MON-FRI 07:00-20:00}; null leaves that to the engines
 * @param release how long at most a slot stays taken after a stop while the engine still reads the prompt
 */
@Validated
@ConfigurationProperties("iris.models")
record ModelSettings(
        @Nullable String active,
        @Nullable String embedding,
        @DefaultValue("4") @Positive int slots,
        @DefaultValue("100") @PositiveOrZero int queue,
        @DefaultValue Ollama ollama,
        @DefaultValue OpenAi openai,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("15m") Duration firstToken,
        @DefaultValue("60s") Duration nextToken,
        @DefaultValue("5s") Duration probe,
        @Nullable String officeHours,
        @DefaultValue("30s") Duration release) {

    /**
     * Where the Ollamas are.
     *
     * @param url one address a server, as in {@code http://127.0.0.1:11434}
     */
    record Ollama(@DefaultValue List<URI> url) {}

    /**
     * Where OpenAI-compatible servers are.
     *
     * @param url one address a server, with its version, as in {@code https://llm.example.org/v1}
     * @param apiKey what opens it; none by default
     */
    record OpenAi(@DefaultValue List<URI> url, @Nullable String apiKey) {

        /** Without the key, so that no log has it. */
        @Override
        public String toString() {
            return "OpenAi[url=" + url + "]";
        }
    }
}
