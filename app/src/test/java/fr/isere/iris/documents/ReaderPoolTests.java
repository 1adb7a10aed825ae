package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.reading.ReadPage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A pool of readers serves many documents, and no document harms another. */
class ReaderPoolTests extends ReadersCase {

    @Test
    void pagesComeInOrderAndThenTheEnd() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading heard = readers.read(TWO_PAGES);
            heard.assertEnd();
            assertThat(heard.calls()).containsExactly("opened TEXT 2", "page 1: a", "page 2: b", "finished 2");
        }
    }

    @Test
    void filesOfAMessageThatAreNotReadAreNamed() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading heard = readers.read("open 1", "leave plan.jpg", "page a", "finish");
            assertThat(heard.assertEnd()).isEqualTo("finished 1");
            assertThat(heard.calls()).contains("left out plan.jpg");
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
    void aReaderKnowsTheLimitsThatItIsKilledBy() {
        DocumentSettings settings = ReadersForTests.settings(Duration.ofSeconds(30), Duration.ofMinutes(2));
        try (ReadersForTests readers = ReadersForTests.scripted(documents, settings)) {
            HeardReading heard = readers.read("open 1", "limits", "finish");
            heard.assertEnd();
            assertThat(heard.calls()).contains("page 1: 120000 30000");
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
}
