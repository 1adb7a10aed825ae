package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderPoolTests {

    private static final String[] TWO_PAGES = {"open 2", "page a", "page b", "finish"};

    @TempDir
    private Path documents;

    @AfterEach
    void nothingIsLeft() {
        ReadersForTests.awaitProcesses(0);
        assertThat(ReadersForTests.folders(documents)).isEmpty();
    }

    @Test
    void pagesComeInOrderAndThenTheEnd() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading heard = readers.read(TWO_PAGES);
            heard.assertEnd();
            assertThat(heard.calls()).containsExactly("opened TEXT 2", "page 1: a", "page 2: b", "finished 2");
        }
    }

    @Test
    void oneReaderServesOneDocumentAfterAnother() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            readers.read(TWO_PAGES).assertEnd();
            List<ProcessHandle> first = ReadersForTests.processes();
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
            assertThat(ReadersForTests.processes()).hasSize(1).isEqualTo(first);
        }
    }

    @Test
    void asManyAsThereAreReadersAreReadAtOnceAndOthersInOrderOfArrival() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            CountDownLatch both = new CountDownLatch(2);
            HeardReading first = waitingAtItsPage(both);
            HeardReading second = waitingAtItsPage(both);
            Reading one = readers.read(first, "open 1", "page a", "sleep 300", "finish");
            Reading two = readers.read(second, "open 1", "page a", "sleep 300", "finish");
            List<HeardReading> others = List.of(
                    readers.read(TWO_PAGES),
                    readers.read("open 1", "page a", "sleep 300", "finish"),
                    readers.read(TWO_PAGES));
            first.assertEnd();
            second.assertEnd();
            others.forEach(HeardReading::assertEnd);
            assertThat(others.get(1).endedAt()).isGreaterThan(others.get(0).endedAt());
            assertThat(others.get(0).endedAt()).isGreaterThan(Math.min(first.endedAt(), second.endedAt()));
            one.cancel();
            two.cancel();
        }
    }

    /** Its page is taken when both have come to theirs: so neither waited for the other's end. */
    private static HeardReading waitingAtItsPage(CountDownLatch both) {
        return new HeardReading() {
            @Override
            public void page(ReadPage page) {
                both.countDown();
                await().atMost(Duration.ofSeconds(30)).until(() -> both.getCount() == 0);
                super.page(page);
            }
        };
    }

    @Test
    void aReaderThatIsKilledCostsItsDocumentAndNothingElse() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading killed = readers.read("open 2", "page a", "write secret", "sleep 60000");
            await().until(() -> killed.calls().contains("page 1: a"));
            List<ProcessHandle> ofTheFirst = ReadersForTests.processes();
            HeardReading beside = readers.read("open 2", "page a", "sleep 1000", "page b", "finish");
            await().until(() -> beside.calls().contains("page 1: a"));
            ofTheFirst.forEach(ProcessHandle::destroyForcibly);
            assertThat(killed.assertEnd()).isEqualTo("failed CRASHED");
            assertThat(beside.assertEnd()).isEqualTo("finished 2");
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
            assertThat(ReadersForTests.leftovers(documents)).isEmpty();
        }
    }

    @Test
    void aReaderThatWasKilledWhileItStoodByCostsNothing() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            ReadersForTests.awaitProcesses(1);
            ReadersForTests.processes().forEach(ProcessHandle::destroyForcibly);
            ReadersForTests.awaitProcesses(0);
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
        }
    }

    @Test
    void aReaderThatSaysNothingForTooLongIsKilled() {
        DocumentSettings settings = ReadersForTests.settings(Duration.ofSeconds(3), Duration.ofMinutes(1));
        try (ReadersForTests readers = ReadersForTests.scripted(documents, settings)) {
            assertThat(readers.read("open 2", "page a", "sleep 60000", "page b", "finish")
                            .assertEnd())
                    .isEqualTo("failed TOO_LONG");
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
        }
    }

    @Test
    void aReadingThatGoesOnForTooLongIsEnded() {
        DocumentSettings settings = ReadersForTests.settings(Duration.ofMinutes(1), Duration.ofSeconds(3));
        String[] slow = {
            "open 9",
            "page a",
            "sleep 900",
            "page b",
            "sleep 900",
            "page c",
            "sleep 900",
            "page d",
            "sleep 900",
            "page e"
        };
        try (ReadersForTests readers = ReadersForTests.scripted(documents, settings)) {
            assertThat(readers.read(slow).assertEnd()).isEqualTo("failed TOO_LONG");
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
        }
    }

    @Test
    void aDocumentThatTakesAllMemoryEndsItsReader() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            assertThat(readers.read("open 2", "page a", "hoard").assertEnd()).isEqualTo("failed OUT_OF_MEMORY");
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
        }
    }

    @Test
    void aReaderThatExitsHasCrashed() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            assertThat(readers.read("open 2", "page a", "exit 0").assertEnd()).isEqualTo("failed CRASHED");
            assertThat(readers.read("exit 1").assertEnd()).isEqualTo("failed CRASHED");
        }
    }

    @Test
    void whatIsNoLineOfAReaderEndsIt() {
        List<String> garbage = List.of(
                "print WARN: font not found",
                "print {\"event\":\"page\",\"reading\":1}",
                "print {\"event\":\"other\",\"reading\":1}",
                "print null",
                "flood",
                "skip\npage c",
                "page b\npage c\nfinish",
                "finish",
                "open 2",
                "attach /etc/passwd",
                "attach ../../lock");
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            assertThat(garbage)
                    .allSatisfy(line -> assertThat(readers.read("open 2", "page a", line, "sleep 60000")
                                    .assertEnd())
                            .isEqualTo("failed CRASHED"));
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
        }
    }

    @Test
    void whatAFormerReadingSaysLateIsNotTakenForThisOne() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            readers.read(TWO_PAGES).assertEnd();
            HeardReading heard = readers.read(
                    "open 1", "print {\"event\":\"finished\",\"reading\":1,\"pages\":2}", "page a", "finish");
            heard.assertEnd();
            assertThat(heard.calls()).containsExactly("opened TEXT 1", "page 1: a", "finished 1");
        }
    }

    @Test
    void aReaderThatCannotStartIsNoFaultOfTheDocument() {
        try (ReadersForTests readers = ReadersForTests.of(
                documents, ReadersForTests.settings(), "no.such.Reader", ReadersForTests.NAMESPACES)) {
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("failed NO_READER");
        }
    }

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
    void cancellingWaitsForACallThatIsUnderWay() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            CountDownLatch begun = new CountDownLatch(1);
            HeardReading heard = new HeardReading() {
                @Override
                public void page(ReadPage page) {
                    begun.countDown();
                    try {
                        Thread.sleep(300);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    super.page(page);
                }
            };
            Reading reading = readers.read(heard, TWO_PAGES);
            await().until(() -> begun.getCount() == 0);
            reading.cancel();
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
    void aListenerThatFailsEndsItsReadingAlone() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading heard = new HeardReading() {
                @Override
                public void page(ReadPage page) {
                    throw new IllegalStateException("no room");
                }
            };
            Reading unused = readers.read(heard, TWO_PAGES);
            assertThat(heard.assertEnd()).isEqualTo("failed CRASHED");
            assertThat(readers.read(TWO_PAGES).assertEnd()).isEqualTo("finished 2");
        }
    }

    @Test
    void eachReadingHasAFolderThatItsOwnerAloneEntersAndThatGoesWithIt() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading heard = readers.read("open 1", "write secret", "attach secret", "folder", "finish");
            assertThat(Path.of(heard.firstPage())).doesNotExist();
            assertThat(heard.calls()).contains("attachment a");
            assertThat(ReadersForTests.leftovers(documents)).isEmpty();
            assertThat(readers.read("open 1", "rights", "finish").firstPage())
                    .contains("OWNER_READ")
                    .doesNotContain("GROUP")
                    .doesNotContain("OTHERS");
            HeardReading killed = readers.read("open 1", "write secret", "exit 1");
            killed.assertEnd();
            assertThat(ReadersForTests.leftovers(documents)).isEmpty();
        }
    }

    @Test
    void aReaderKnowsNothingOfTheEnvironmentOfIris() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            String names = readers.read("open 1", "environment", "finish").firstPage();
            assertThat(List.of(names.split(" "))).isSubsetOf("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX");
        }
    }

    @Test
    void aReaderReachesNothing() throws IOException {
        assumeFalse(ReadersForTests.NAMESPACES.isEmpty(), "unshare is missing or forbidden here");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ReadersForTests closed = ReadersForTests.scripted(documents);
                ReadersForTests open = ReadersForTests.of(
                        documents, ReadersForTests.settings(), ScriptedReader.class.getName(), List.of())) {
            String connect = "connect " + server.getLocalPort();
            assertThat(closed.read("open 1", connect, "finish").firstPage()).isEqualTo("refused");
            assertThat(open.read("open 1", connect, "finish").firstPage()).isEqualTo("connected");
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
