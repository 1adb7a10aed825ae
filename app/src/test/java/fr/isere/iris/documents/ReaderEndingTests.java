package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.reading.ReadPage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Readings that are cancelled, and readers that are stopped. */
class ReaderEndingTests extends ReadersCase {

    private static final Set<Thread.State> WAITING =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

    @Test
    void cancellingKillsAtOnceWithWhatTheReaderHasStarted() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading heard = new HeardReading();
            Reading reading = readers.read(heard, "open 2", "child 600", "write secret", "page a", "sleep 60000");
            await().until(() -> heard.calls().contains("page 1: a"));
            List<ProcessHandle> atWork = ReadersForTests.processes();
            List<ProcessHandle> children =
                    atWork.stream().flatMap(ProcessHandle::children).toList();
            assertThat(children).isNotEmpty();
            reading.cancel();
            reading.cancel();
            await().atMost(Duration.ofSeconds(20)).until(() -> atWork.stream().noneMatch(ProcessHandle::isAlive));
            await().atMost(Duration.ofSeconds(20)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ReadersForTests.leftovers(documents).isEmpty());
            assertThat(heard.calls()).containsExactly("opened TEXT 2", "page 1: a");
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
            assertThat(heard.isOver()).isFalse();
        }
    }

    @Test
    void cancellingWaitsForACallThatIsUnderWay() throws InterruptedException {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch may = new CountDownLatch(1);
            HeardReading heard = new HeardReading() {
                @Override
                public void page(ReadPage page) {
                    begun.countDown();
                    await().until(() -> may.getCount() == 0);
                    super.page(page);
                }
            };
            Reading reading = readers.read(heard, TWO_PAGES);
            await().until(() -> begun.getCount() == 0);
            Thread cancelling = new Thread(reading::cancel);
            cancelling.start();
            await().until(() -> WAITING.contains(cancelling.getState()));
            may.countDown();
            cancelling.join();
            assertThat(heard.calls()).containsExactly("opened TEXT 2", "page 1: a");
        }
    }

    @Test
    void aDocumentThatWaitsCanBeCancelled() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading first = readers.read("open 1", "page a", "sleep 500", "finish");
            HeardReading second = readers.read("open 1", "page a", "sleep 500", "finish");
            HeardReading waiting = new HeardReading();
            readers.read(waiting, TWO_PAGES).cancel();
            HeardReading last = readers.read(TWO_PAGES);
            assertThat(List.of(first.assertEnd(), second.assertEnd(), last.assertEnd()))
                    .containsExactly("finished 1", "finished 1", "finished 2");
            assertThat(waiting.calls()).isEmpty();
        }
    }

    @Test
    void stoppingEndsAllAndTellsThoseWhoWait() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            List<HeardReading> readings = List.of(
                    readers.read("open 1", "page a", "sleep 60000"),
                    readers.read("open 1", "page a", "sleep 60000"),
                    readers.read(TWO_PAGES));
            await().until(() -> readings.get(1).calls().contains("page 1: a"));
            readers.stop();
            assertThat(readings).extracting(HeardReading::assertEnd).containsOnly("failed CRASHED");
            assertThat(ReadersForTests.processes()).isEmpty();
            assertThat(ReadersForTests.folders(documents)).isEmpty();
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("failed NO_READER");
        }
    }
}
