package fr.isere.iris.models;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One answer that an Ollama was asked for. */
class OllamaCall implements Engine.Call {

    private final OllamaEngine engine;
    private final int promptTokens;
    private final Engine.CallListener listener;
    private final EngineExchange exchange;
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    private long sentAt;
    private boolean sent;
    private boolean loads;
    private boolean heard;

    OllamaCall(OllamaEngine engine, int promptTokens, Engine.CallListener listener) {
        this.engine = engine;
        this.promptTokens = promptTokens;
        this.listener = listener;
        exchange = engine.exchange(this::hear);
        var unused = exchange.ended().whenComplete((nothing, failure) -> end(failure));
    }

    /** Asks, unless it was cancelled meanwhile. */
    void send(ModelRequest request, boolean loaded) {
        if (!begin(loaded)) {
            return;
        }
        if (!loaded) {
            listener.loading();
        }
        try {
            engine.client(exchange).chat(AnswerHandler.request(request), new AnswerHandler(listener));
        } catch (RuntimeException failure) {
            exchange.fail(failure);
        }
    }

    private synchronized boolean begin(boolean loaded) {
        if (exchange.isCancelled()) {
            return false;
        }
        sent = true;
        sentAt = System.nanoTime();
        loads = !loaded;
        if (loads) {
            engine.loads().incrementAndGet();
        }
        return true;
    }

    private void hear() {
        synchronized (this) {
            if (!heard) {
                heard = true;
                if (loads) {
                    stopLoading();
                } else {
                    engine.pace().read(promptTokens, sinceSent());
                }
            }
        }
        listener.alive();
    }

    private void stopLoading() {
        loads = false;
        engine.loads().decrementAndGet();
    }

    private Duration sinceSent() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    private void end(@Nullable Throwable failure) {
        Duration busy = stillReading();
        if (busy.isZero()) {
            released.complete(null);
        } else {
            var unused = engine.timer().schedule(() -> released.complete(null), busy.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (!exchange.isCancelled()) {
            listener.failed(failure == null ? EngineFailure.MISBEHAVING : EngineExchange.failure(failure));
        }
    }

    /**
     * How long the engine goes on with what was cancelled: once it has begun to read a prompt it reads it to the end, and hears of the
     * closed connection only then. What it was still loading the model for, it forgets at once.
     */
    private synchronized Duration stillReading() {
        boolean loading = loads;
        if (loads) {
            stopLoading();
        }
        boolean reads = sent && !heard && !loading && exchange.isCancelled();
        return reads ? engine.pace().remaining(promptTokens, sinceSent()) : Duration.ZERO;
    }

    @Override
    public void cancel() {
        exchange.cancel();
    }

    @Override
    public CompletableFuture<Void> released() {
        return released;
    }
}
