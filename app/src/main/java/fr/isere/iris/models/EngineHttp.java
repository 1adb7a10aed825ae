package fr.isere.iris.models;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The connections to engines. */
class EngineHttp {

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final HttpClient client;
    private final JsonMapper json = new JsonMapper();

    EngineHttp(EngineRoom room, Duration connect) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .executor(room.workers())
                .build();
    }

    /** A call that can be cancelled at any moment; {@code heard} is called at each event. */
    EngineExchange exchange(EngineProtocol protocol, Runnable heard) {
        return new EngineExchange(client, protocol, heard);
    }

    JsonMapper json() {
        return json;
    }

    /** What a short question is answered; exceptionally if it is not, or takes more than three seconds. */
    CompletableFuture<JsonNode> get(URI uri, @Nullable String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LOOK);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        CompletableFuture<HttpResponse<String>> call = client.sendAsync(request.build(), BoundedText.handler());
        return call.thenApply(answer -> answer)
                .orTimeout(LOOK.toMillis(), TimeUnit.MILLISECONDS) // the client's own ends with the headers
                .whenComplete((answer, failure) -> call.cancel(true)) // or it would read on for nobody
                .thenCompose(answer -> answer.statusCode() == 200
                        ? CompletableFuture.completedFuture(json.readTree(answer.body()))
                        : CompletableFuture.failedFuture(new IOException("status " + answer.statusCode())));
    }

    /** Gives an order, and does not wait for what becomes of it. */
    void post(URI uri, Object order) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(order)))
                .build();
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    /** How a server is that is asked so; what goes wrong says how it is too. */
    Health look(Supplier<Health> asking) {
        try {
            return asking.get();
        } catch (CompletionException unanswered) {
            Throwable why = unanswered.getCause();
            if (why instanceof ConnectException || why instanceof HttpConnectTimeoutException) {
                return Health.down();
            }
            return why instanceof HttpTimeoutException || why instanceof TimeoutException
                    ? Health.hung()
                    : Health.foreign();
        }
    }

    /** Which engine it is, for people who run it: host and port. */
    static String name(URI url) {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    /** An address below another, whether that ends with a slash or not. */
    static URI below(URI base, String path) {
        String start = base.toString();
        return URI.create(start.endsWith("/") ? start + path : start + "/" + path);
    }
}
