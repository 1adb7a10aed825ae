package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers all that a listener is told, and notices what the contract forbids. */
class Heard implements GenerationListener {

    private static final Duration LONG = Duration.ofMinutes(3);

    private final List<String> news = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> positions = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private int ends;
    private int afterEnd;
    private int overlaps;
    private long endedAt;
    private long firstTokenAt;
    private @Nullable Completion completion;
    private @Nullable EngineFailure failure;

    @Override
    public void queued(int position) {
        hear("queued", () -> positions.add(position));
    }

    @Override
    public void entered() {
        hear("entered", () -> {});
    }

    @Override
    public void loading() {
        hear("loading", () -> {});
    }

    @Override
    public void token(String piece) {
        hear("token", () -> {
            if (text.isEmpty()) {
                firstTokenAt = System.nanoTime();
            }
            text.append(piece);
        });
    }

    @Override
    public void done(Completion end) {
        hear("done", () -> {
            completion = end;
            ends++;
            endedAt = System.nanoTime();
        });
    }

    @Override
    public void failed(EngineFailure end) {
        hear("failed", () -> {
            failure = end;
            ends++;
            endedAt = System.nanoTime();
        });
    }

    private void hear(String what, Runnable effect) {
        int others = inside.getAndIncrement();
        synchronized (this) {
            overlaps += others > 0 ? 1 : 0;
            afterEnd += ends > 0 ? 1 : 0;
            news.add(what);
            effect.run();
        }
        inside.decrementAndGet();
    }

    synchronized String text() {
        return text.toString();
    }

    synchronized List<Integer> positions() {
        return List.copyOf(positions);
    }

    synchronized boolean knows(String what) {
        return news.contains(what);
    }

    synchronized int pieces() {
        return (int) news.stream().filter("token"::equals).count();
    }

    synchronized boolean ended() {
        return ends > 0;
    }

    /** Nanoseconds on the JVM's clock. */
    synchronized long endedAt() {
        return endedAt;
    }

    synchronized long firstTokenAt() {
        return firstTokenAt;
    }

    Heard untilFirstToken() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> knows("token") || ended());
        assertThat(knows("token")).as("a token, and not " + failure).isTrue();
        return this;
    }

    Heard until(String what) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> knows(what));
        return this;
    }

    /** Null while it goes on, and if it ended well. */
    synchronized @Nullable EngineFailure failure() {
        return failure;
    }

    Completion untilDone() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(this::ended);
        assertKeptTheContract();
        Completion end = completion;
        if (end == null) {
            throw new AssertionError("failed: " + failure);
        }
        return end;
    }

    EngineFailure untilFailed() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(this::ended);
        assertKeptTheContract();
        EngineFailure end = failure;
        if (end == null) {
            throw new AssertionError("ended well: " + completion);
        }
        return end;
    }

    /** One at a time, one end, nothing after it. */
    synchronized void assertKeptTheContract() {
        assertThat(overlaps).as("calls at the same time").isZero();
        assertThat(ends).as("ends").isEqualTo(1);
        assertThat(afterEnd).as("calls after the end").isZero();
    }
}
