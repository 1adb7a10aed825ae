package fr.isere.iris.reader;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What the worker answers, one JSON object a line. Written by Jackson's generator alone: the application has its data binding already,
 * a worker would wait for it at each start.
 */
final class ProtocolWriter implements Sink {

    private final OutputStream out;
    private final long reading;
    private final JsonFactory json =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private int pages;

    /**
     * Writes what comes of one reading.
     *
     * @param reading its number, in each line: what a thread that was left behind says later is not taken for the next document's
     */
    ProtocolWriter(OutputStream out, long reading) {
        this.out = out;
        this.reading = reading;
    }

    /** What an exception that nothing foresaw says of a file. */
    static ReadingFailure meaning(Throwable unforeseen) {
        return unforeseen instanceof StackOverflowError ? ReadingFailure.TOO_NESTED : ReadingFailure.DAMAGED;
    }

    /** This worker can read. */
    static void ready(OutputStream out) {
        new ProtocolWriter(out, 0).line("ready", one -> {});
    }

    @Override
    public void opened(DocumentKind kind, int pages) {
        line("opened", one -> {
            one.writeStringProperty("kind", kind.name());
            one.writeNumberProperty("pages", pages);
        });
    }

    @Override
    public void page(ReadPage page) {
        pages++;
        line("page", one -> {
            one.writeNumberProperty("number", page.number());
            one.writeStringProperty("origin", page.origin().name());
            one.writeArrayPropertyStart("blocks");
            page.blocks().forEach(block -> block(one, block));
            one.writeEndArray();
        });
    }

    private static void block(JsonGenerator json, Block block) {
        json.writeStartObject();
        json.writeStringProperty("kind", block.kind().name());
        json.writeNumberProperty("level", block.level());
        json.writeStringProperty("text", block.text());
        json.writeArrayPropertyStart("cells");
        block.cells().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void attachment(String name, Path file) {
        line("attachment", one -> {
            one.writeStringProperty("name", name);
            one.writeStringProperty("file", file.toString());
        });
    }

    @Override
    public void leftOut(String name) {
        line("left-out", one -> one.writeStringProperty("name", name));
    }

    void finished() {
        line("finished", one -> one.writeNumberProperty("pages", pages));
    }

    /** @param cause its class is told, for the log of those who run IRIS; its message is not */
    void failed(ReadingFailure failure, @Nullable Throwable cause) {
        line("failed", one -> {
            one.writeStringProperty("failure", failure.name());
            one.writeStringProperty(
                    "cause", cause == null ? "" : cause.getClass().getName());
        });
    }

    private void line(String event, Consumer<JsonGenerator> content) {
        // A thread that an earlier reading left behind may write too.
        synchronized (out) {
            try (JsonGenerator one = json.createGenerator(ObjectWriteContext.empty(), out)) {
                one.writeStartObject();
                one.writeStringProperty("event", event);
                one.writeNumberProperty("reading", reading);
                content.accept(one);
                one.writeEndObject();
                one.writeRaw('\n');
            }
        }
    }
}
