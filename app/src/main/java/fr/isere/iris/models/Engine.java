package fr.isere.iris.models;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What serves one model. */
interface Engine {

    /** Which one it is, for measurements: host and port, never more of its address. */
    String name();

    /** Whether it loads the model now; never blocks. */
    boolean isLoading();

    /** What to tell people and ops of such a state, in French; null if nothing. */
    @Nullable
    String hint(ModelState state);

    /**
     * Starts to answer, and returns at once.
     *
     * @param promptTokens what the prompt costs at most
     */
    Call start(ModelRequest request, int promptTokens, CallListener listener);

    /** An answer that the engine was asked for. */
    interface Call {

        /** Stops it; what it says afterwards is nobody's. */
        void cancel();

        /** Completes, never exceptionally, when the engine has room for another. */
        CompletableFuture<Void> released();
    }

    /** Hears a call, from any one thread at a time; after the first {@code done} or {@code failed} nothing counts. */
    interface CallListener {

        /** The engine loads the model first. */
        void loading();

        /** The engine works, though it says nothing. */
        void alive();

        /** The next piece. */
        void token(String text);

        /** It ended. */
        void done(Completion completion);

        /** It broke off. */
        void failed(EngineFailure failure);
    }
}
