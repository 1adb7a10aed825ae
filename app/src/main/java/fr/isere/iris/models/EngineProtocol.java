package fr.isere.iris.models;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How a kind of engine speaks HTTP.
 *
 * @param mediaTypes what the type of an answer begins with, or it is no answer
 * @param framing makes one reader of lines for one answer, which hands on the events in them
 * @param request changes a request's body before it is sent
 * @param refusals what a status other than 2xx means
 */
record EngineProtocol(Pattern mediaTypes, Framing framing, UnaryOperator<String> request, Refusals refusals) {

    boolean speaks(String mediaType) {
        return mediaTypes.matcher(mediaType).lookingAt();
    }

    /** Finds the events in an answer's lines. */
    interface Framing {
        Consumer<String> reader(Consumer<ServerSentEvent> events);
    }

    /** Reads a refusal; its text stays here. */
    interface Refusals {
        EngineFailure meaning(int status, String text);
    }

    /** One JSON document a line, as Ollama answers. */
    static Consumer<String> documents(Consumer<ServerSentEvent> events) {
        return line -> {
            if (!line.isBlank()) {
                events.accept(new ServerSentEvent(null, line));
            }
        };
    }

    /** Server-sent events, as OpenAI answers. */
    static Consumer<String> serverSentEvents(Consumer<ServerSentEvent> events) {
        return new Consumer<>() {

            private final StringBuilder data = new StringBuilder();
            private String name = "";

            @Override
            public void accept(String line) {
                if (line.startsWith("data:")) {
                    data.append(data.isEmpty() ? "" : "\n")
                            .append(line.substring("data:".length()).strip());
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.accept(new ServerSentEvent(name.isEmpty() ? null : name, data.toString()));
                    data.setLength(0);
                    name = "";
                }
            }
        };
    }
}
