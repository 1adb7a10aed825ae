package fr.isere.iris.models;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One model file that llama.cpp runs in this process; loaded in the background, once. */
class EmbeddedEngine implements Engine, AutoCloseable {

    private static final int LOOK_SECONDS = 10;

    private final EngineRoom room;
    private final ModelDescription model;
    private final CompletableFuture<LlamaModel> loaded;

    EmbeddedEngine(EngineRoom room, Path file, ModelDescription model) {
        this.room = room;
        this.model = model;
        loaded = CompletableFuture.supplyAsync(() -> load(file, model), room.workers());
    }

    private static LlamaModel load(Path file, ModelDescription model) {
        return new LlamaModel(new ModelParameters()
                .setModel(file.toString())
                .setCtxSize(model.contextWindow())
                .disableContextShift()
                .disableLog());
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public boolean isLoading() {
        return !loaded.isDone();
    }

    /** Waits until it is loaded, or failed, for some seconds at most. */
    void awaitAWhile() {
        try {
            loaded.get(LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException told) {
            // The state says which.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasFailed() {
        return loaded.isCompletedExceptionally();
    }

    Health.Held held() {
        return new Health.Held(model.engineModel(), "", 0, !isLoading());
    }

    @Override
    public @Nullable String hint(ModelState state) {
        return EngineHints.of(state, model.engineModel(), "relancez ops/fetch-model");
    }

    @Override
    public Call start(ModelRequest request, int promptTokens, CallListener listener) {
        if (!loaded.isDone()) {
            listener.loading();
        }
        EmbeddedCall call = new EmbeddedCall();
        var unused = loaded.thenAcceptAsync(llama -> answer(llama, request, call, listener), room.workers())
                .whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        listener.failed(EngineFailure.UNREACHABLE);
                    }
                    call.released.complete(null);
                });
        return call;
    }

    private void answer(LlamaModel llama, ModelRequest request, EmbeddedCall call, CallListener listener) {
        if (!call.cancelled) {
            new LlamaChatModel(llama, model, () -> call.cancelled)
                    .chat(AnswerHandler.request(request), new AnswerHandler(listener));
        }
    }

    @Override
    public void close() {
        if (loaded.isDone() && !loaded.isCompletedExceptionally()) {
            loaded.join().close();
        }
    }

    /** One answer; llama.cpp looks at the flag between two tokens. */
    private static final class EmbeddedCall implements Call {

        private final CompletableFuture<Void> released = new CompletableFuture<>();
        private volatile boolean cancelled;

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public CompletableFuture<Void> released() {
            return released;
        }
    }
}
