package fr.isere.iris.models;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A short answer as text: what stands at the address may be no engine, and may say more than memory holds. To be replaced by the JDK's
 * {@code BodyHandlers.limiting}, when 25 is the least that IRIS runs on.
 */
class BoundedText implements BodySubscriber<String> {

    /** Far beyond a list of models or what an engine says of one. */
    private static final int LONGEST = 8 << 20;

    private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private @Nullable Subscription subscription;
    private long left = LONGEST;

    /** To be given to a client: the answer fails with an {@link IOException} when it is too long. */
    static BodyHandler<String> handler() {
        return (ResponseInfo head) -> new BoundedText();
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        text.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (left < 0) {
            return;
        }
        left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            text.onNext(buffers);
        } else {
            if (subscription != null) {
                subscription.cancel();
            }
            text.onError(new IOException("an answer of more than " + LONGEST + " bytes"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.onError(failure);
    }

    @Override
    public void onComplete() {
        if (left >= 0) {
            text.onComplete();
        }
    }
}
