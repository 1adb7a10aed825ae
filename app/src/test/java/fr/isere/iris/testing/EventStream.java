package fr.isere.iris.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events, read one at a time as they come. */
public final class EventStream implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final InputStream body;
    private final BufferedReader lines;

    EventStream(InputStream body) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /**
     * One event.
     *
     * @param id its number
     * @param type its name
     * @param data its body
     */
    public record Event(long id, String type, JsonNode data) {}

    /** The next event; null at the end of the stream. Waits for it. */
    public @Nullable Event next() {
        long id = 0;
        String type = "";
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    return new Event(id, type, JSON.readTree(line.substring(6)));
                }
            }
            return null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The next event of this type; those before it are passed over. */
    public Event next(String type) {
        for (Event event = next(); event != null; event = next()) {
            if (event.type().equals(type)) {
                return event;
            }
        }
        throw new AssertionError("the stream ended without an event " + type);
    }

    /** All that comes until the end. */
    public List<Event> rest() {
        List<Event> events = new ArrayList<>();
        for (Event event = next(); event != null; event = next()) {
            events.add(event);
        }
        return events;
    }

    /** The texts of token events, one after the other. */
    public static String text(List<Event> events) {
        StringBuilder text = new StringBuilder();
        events.stream()
                .filter(event -> event.type().equals("token"))
                .forEach(event -> text.append(event.data().get("text").asString()));
        return text.toString();
    }

    /** Leaves, as a browser that is closed. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
