package fr.isere.iris.models;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import fr.isere.iris.tracing.Trace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call to an engine over HTTP: LangChain4j's client for that call alone, so that it can be cancelled at any moment. LangChain4j
 * gives its own handle with the first token only. Failures are told by {@link #ended()}, never through LangChain4j, which logs them
 * with what the engine said.
 */
class EngineExchange implements HttpClient, ServerSentEventParsingHandle {

    private static final Logger log = LoggerFactory.getLogger(EngineExchange.class);

    /** A kept connection that the engine has closed fails at once; later it is the engine that failed. */
    private static final long STALE_NANOS = Duration.ofSeconds(1).toNanos();

    private final java.net.http.HttpClient client;
    private final EngineProtocol protocol;
    private final Runnable heard;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Trace trace = Trace.current();

    private volatile boolean cancelled;
    private volatile boolean answered;
    private @Nullable CompletableFuture<?> sent;

    /** @param heard called at each event, whatever it holds */
    EngineExchange(java.net.http.HttpClient client, EngineProtocol protocol, Runnable heard) {
        this.client = client;
        this.protocol = protocol;
        this.heard = heard;
    }

    /** Completes when nothing more comes; exceptionally if the exchange broke off. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** What such an end means. */
    static EngineFailure failure(Throwable end) {
        Throwable cause = end instanceof CompletionException && end.getCause() != null ? end.getCause() : end;
        if (cause instanceof EngineException known) {
            return known.failure();
        }
        if (cause instanceof IOException) {
            return EngineFailure.UNREACHABLE;
        }
        log.warn("an exchange with an engine failed: {}", cause.getClass().getName());
        return EngineFailure.MISBEHAVING;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        java.net.http.HttpRequest.Builder post = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        protocol.request().apply(request.body())));
        post.header("traceparent", trace.parent());
        request.headers().forEach((name, values) -> values.forEach(value -> post.header(name, value)));
        long start = System.nanoTime();
        BodyHandler<Void> reader = answer -> read(answer, listener);
        var unused = send(post.build(), reader)
                .exceptionallyCompose(failure -> isStaleConnection(failure, start)
                        ? send(post.build(), reader)
                        : CompletableFuture.failedFuture(failure))
                .whenComplete((nothing, failure) -> end(failure));
    }

    private CompletableFuture<Void> send(java.net.http.HttpRequest request, BodyHandler<Void> reader) {
        synchronized (this) {
            if (!cancelled) {
                CompletableFuture<java.net.http.HttpResponse<Void>> exchange = client.sendAsync(request, reader);
                sent = exchange;
                return exchange.thenApply(java.net.http.HttpResponse::body);
            }
        }
        return CompletableFuture.failedFuture(new IOException("cancelled"));
    }

    /** The JDK resends nothing but GET by itself. No answer had begun, so sending again does nothing twice. */
    private boolean isStaleConnection(Throwable failure, long start) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof IOException
                && !(cause instanceof ConnectException)
                && !(cause instanceof HttpTimeoutException)
                && !answered
                && !cancelled
                && System.nanoTime() - start < STALE_NANOS;
    }

    private BodySubscriber<Void> read(ResponseInfo answer, ServerSentEventListener listener) {
        answered = true;
        int status = answer.statusCode();
        if (status / 100 != 2) {
            return EngineBody.refusal(status, protocol.refusals());
        }
        if (!protocol.speaks(answer.headers().firstValue("Content-Type").orElse(""))) {
            return EngineBody.refusal(status, (code, text) -> EngineFailure.MISBEHAVING);
        }
        ServerSentEventContext context = new ServerSentEventContext(this);
        Consumer<ServerSentEvent> events = event -> {
            heard.run();
            listener.onEvent(event, context);
        };
        return new EngineBody(protocol.framing().reader(events), listener::onClose);
    }

    private void end(@Nullable Throwable failure) {
        if (failure == null) {
            ended.complete(null);
        } else {
            fail(failure);
        }
    }

    /** It could not even be made. */
    void fail(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void cancel() {
        CompletableFuture<?> running;
        synchronized (this) {
            cancelled = true;
            running = sent;
        }
        if (running == null) {
            ended.completeExceptionally(new IOException("cancelled"));
        } else {
            running.cancel(true);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new IllegalStateException("answers are streamed");
    }

    /** For LangChain4j's builders; timeouts are ours. */
    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return Duration.ZERO;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration timeout) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return Duration.ZERO;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration timeout) {
                return this;
            }

            @Override
            public HttpClient build() {
                return EngineExchange.this;
            }
        };
    }
}
