package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Remembers what was said of a reading. */
class HeardReading implements ReadingListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile long endedAt;

    @Override
    public void opened(DocumentKind kind, int pages) {
        note("opened " + kind + " " + pages);
    }

    @Override
    public void page(ReadPage page) {
        note("page " + page.number() + ": "
                + page.blocks().stream().map(Block::text).collect(Collectors.joining(" / ")));
    }

    @Override
    public void attachment(String name, Path file) {
        note("attachment " + name);
    }

    @Override
    public void leftOut(String name) {
        note("left out " + name);
    }

    @Override
    public void finished(int pages) {
        end("finished " + pages);
    }

    @Override
    public void failed(ReadingFailure failure) {
        end("failed " + failure);
    }

    private void end(String call) {
        endedAt = System.nanoTime();
        note(call);
        end.countDown();
    }

    /** Takes a call. */
    void note(String call) {
        calls.add(call);
    }

    /** All calls so far. */
    List<String> calls() {
        return calls;
    }

    boolean isOver() {
        return end.getCount() == 0;
    }

    long endedAt() {
        return endedAt;
    }

    /** What followed the number of the first page. */
    String firstPage() {
        assertEnd();
        return calls.stream()
                .filter(call -> call.startsWith("page 1: "))
                .findFirst()
                .orElseThrow()
                .substring("page 1: ".length());
    }

    /** The last call, once there is one that ends it. */
    String assertEnd() {
        try {
            assertThat(end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("heard %s", calls)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return calls.get(calls.size() - 1);
    }
}
