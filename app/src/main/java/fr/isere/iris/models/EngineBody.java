package fr.isere.iris.models;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The body of an engine's answer, line by line as it comes, without a thread that waits for it. */
class EngineBody implements BodySubscriber<Void> {

    /** Far beyond any line of an engine: what is longer is something else, and is not gathered. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int LONGEST_REFUSAL = 4096;

    private final Consumer<String> lines;
    private final Runnable end;
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    /**
     * @param lines hears each line; may throw, which ends the exchange
     * @param end called after the last line; may throw, which makes the end a failure
     */
    EngineBody(Consumer<String> lines, Runnable end) {
        this.lines = lines;
        this.end = end;
    }

    /** The body of an answer that is none: its beginning is read, to know why, and the end is always a failure. */
    static EngineBody refusal(int status, EngineProtocol.Refusals refusals) {
        StringBuilder text = new StringBuilder();
        Runnable refuse = () -> {
            throw new EngineException(refusals.meaning(status, text.toString()));
        };
        return new EngineBody(
                line -> {
                    text.append(line);
                    if (text.length() > LONGEST_REFUSAL) {
                        refuse.run();
                    }
                },
                refuse);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    take(buffer.get());
                }
            }
        } catch (RuntimeException failure) {
            giveUp(failure);
        }
    }

    private void take(byte next) {
        if (next == '\n') {
            endLine();
        } else if (line.size() < LONGEST_LINE) {
            line.write(next);
        } else {
            throw new EngineException(EngineFailure.MISBEHAVING);
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    private void giveUp(RuntimeException failure) {
        if (subscription != null) {
            subscription.cancel();
        }
        body.completeExceptionally(failure);
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        try {
            if (line.size() > 0) {
                endLine();
            }
            end.run();
            body.complete(null);
        } catch (RuntimeException failure) {
            body.completeExceptionally(failure);
        }
    }
}
