package fr.isere.iris.models;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Transfer;
import fr.isere.iris.models.StoreFailed.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls to one Ollama that change what it holds. What it answers stays here: only what it means leaves. */
class OllamaAdministration {

    private static final Logger log = LoggerFactory.getLogger(OllamaAdministration.class);
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final String END = "";

    /** Lines that whoever follows has not read yet. */
    private static final int WAITING = 64;

    private final HttpClient http;
    private final String name;
    private final URI url;
    private final Duration stall;
    private final Duration warm;
    private final JsonMapper json = new JsonMapper();

    OllamaAdministration(HttpClient http, String name, URI url, Duration stall, Duration warm) {
        this.http = http;
        this.name = name;
        this.url = url;
        this.stall = stall;
        this.warm = warm;
    }

    JsonNode get(String path) {
        return answer(request(path).GET(), SHORT);
    }

    void post(String path, JsonNode body) {
        answer(request(path).POST(of(body)), SHORT);
    }

    void delete(String path, JsonNode body) {
        answer(request(path).method("DELETE", of(body)), SHORT);
    }

    /** As {@link #post}, with the patience that the loading of a model needs. */
    void load(String path, JsonNode body) {
        answer(request(path).POST(of(body)), warm);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(EngineHttp.below(url, path));
    }

    private BodyPublisher of(JsonNode body) {
        return BodyPublishers.ofString(json.writeValueAsString(body));
    }

    private JsonNode answer(HttpRequest.Builder request, Duration patience) {
        HttpResponse<String> answer = sent(request, BoundedText.handler(), Waiting.atMost(patience));
        if (answer.statusCode() != OK) {
            throw refused(answer.statusCode(), answer.body());
        }
        try {
            return answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
        } catch (JacksonException noJson) {
            throw new StoreFailed(name, Reason.MISBEHAVING); // HTML of something else, say
        }
    }

    /** Posts, and follows the lines that tell how far it is, until the one that says that it succeeded. */
    void follow(String path, JsonNode body, Transfer.Phase phase, Transfer transfer) {
        BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING);
        HttpRequest request = HttpRequest.newBuilder(EngineHttp.below(url, path))
                .POST(of(body))
                .build();
        CompletableFuture<HttpResponse<Void>> call =
                http.sendAsync(request, head -> new EngineBody(line -> add(lines, line), () -> add(lines, END)));
        var unused = call.whenComplete((answer, failure) -> add(lines, END));
        try {
            readAll(lines, new OllamaProgress(name, phase, transfer, json));
        } finally {
            call.cancel(true); // Ollama keeps what it has of a pull that is cut
        }
    }

    /** Each line tells the whole of its file again, and the last one how it ended: where nobody keeps up, the oldest may go. */
    private static void add(BlockingQueue<String> lines, String line) {
        while (!lines.offer(line)) {
            lines.poll();
        }
    }

    private void readAll(BlockingQueue<String> lines, OllamaProgress progress) {
        long heard = System.nanoTime();
        while (true) {
            String line = next(lines);
            if (!progress.isWanted()) {
                throw new StoreFailed(name, Reason.UNWANTED);
            }
            if (line != null) {
                if (line.equals(END) || progress.isLast(line)) {
                    progress.requireSuccess();
                    return;
                }
                if (progress.hasMoved()) {
                    heard = System.nanoTime();
                }
            }
            if (System.nanoTime() - heard > stall.toNanos()) {
                throw new StoreFailed(name, Reason.STALLED);
            }
        }
    }

    private @Nullable String next(BlockingQueue<String> lines) {
        try {
            return lines.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreFailed(name, Reason.UNWANTED);
        }
    }

    void send(Blob blob, Transfer transfer) {
        String path = "api/blobs/sha256:" + blob.sha256();
        HttpRequest.Builder asked = request(path).method("HEAD", BodyPublishers.noBody());
        int has = sent(asked, BodyHandlers.discarding(), Waiting.atMost(SHORT)).statusCode();
        if (has == OK) {
            transfer.moved(Transfer.Phase.SENDING, blob.bytes(), blob.bytes());
            return;
        }
        CountedFile file = new CountedFile(blob, transfer);
        HttpRequest.Builder request = request(path)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(file::open), blob.bytes()));
        Waiting waiting = new Waiting(stall, file::movedAt, transfer::isWanted);
        HttpResponse<String> answer = sent(request, BoundedText.handler(), waiting);
        if (answer.statusCode() != OK && answer.statusCode() != 201) {
            throw refused(answer.statusCode(), answer.body());
        }
    }

    /**
     * How long an answer is waited for: the client's own time-out ends with the headers.
     *
     * @param patience since something moved
     * @param moved when that was last, as {@link System#nanoTime}
     */
    private record Waiting(Duration patience, LongSupplier moved, BooleanSupplier isWanted) {

        static Waiting atMost(Duration patience) {
            long now = System.nanoTime();
            return new Waiting(patience, () -> now, () -> true);
        }

        boolean isOver() {
            return System.nanoTime() - moved.getAsLong() > patience.toNanos();
        }
    }

    /** Waits for an answer, as long as it is wanted and something moves. */
    private <T> HttpResponse<T> sent(HttpRequest.Builder request, BodyHandler<T> body, Waiting waiting) {
        CompletableFuture<HttpResponse<T>> call = http.sendAsync(request.build(), body);
        try {
            while (waiting.isWanted.getAsBoolean()) {
                try {
                    return call.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException later) {
                    if (waiting.isOver()) {
                        throw new StoreFailed(name, Reason.STALLED);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            boolean silent = failed.getCause() instanceof IOException;
            if (waiting.isWanted.getAsBoolean()) {
                throw new StoreFailed(name, silent ? Reason.UNREACHABLE : Reason.MISBEHAVING);
            }
        } finally {
            call.cancel(true);
        }
        throw new StoreFailed(name, Reason.UNWANTED);
    }

    private StoreFailed refused(int status, String text) {
        Reason reason = OllamaProgress.meaning(status, text);
        if (reason == Reason.MISBEHAVING) {
            log.warn("the engine at {} refused with status {}", name, status);
        }
        return new StoreFailed(name, reason);
    }
}
