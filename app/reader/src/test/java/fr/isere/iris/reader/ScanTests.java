package fr.isere.iris.reader;

import static fr.isere.iris.reading.ReadPage.Origin.RECOGNISED;
import static fr.isere.iris.reading.ReadPage.Origin.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scans that take long: what cannot be recognised in time is named, and costs the other pages nothing. */
@Timeout(30)
class ScanTests {

    private static final String TEXT = "Le conseil départemental approuve la convention.";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void aPageThatIsSlowToRecogniseCostsItselfAlone() throws IOException {
        Path slowOnce = TesseractForTests.saying(folder, TEXT, "[ -e seen ] || { : > seen; exec sleep 50; }");
        ReadDocument read = scan(3, slowOnce, Bounds.of(10, MINUTE, Duration.ofSeconds(3)));
        assertThat(read.failure()).isNull();
        assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(UNREADABLE, RECOGNISED, RECOGNISED);
        assertThat(read.page(2)).isEqualTo(TEXT);
    }

    @Test
    void aLongScanIsReadAsFarAsItsTimeGoesAndTheRestIsNamed() throws IOException {
        Path slow = TesseractForTests.saying(folder, TEXT, "sleep 1");
        ReadDocument read = scan(180, slow, Bounds.of(200, Duration.ofSeconds(6), MINUTE));
        assertThat(read.failure()).isNull();
        assertThat(read.pages()).hasSize(180);
        assertThat(read.pages().get(0).origin()).isEqualTo(RECOGNISED);
        assertThat(read.pages().subList(6, 180)).extracting(ReadPage::origin).containsOnly(UNREADABLE);
    }

    @Test
    void aScanOfWhichNothingCameInTimeIsRefusedForThat() throws IOException {
        Path slow = TesseractForTests.saying(folder, TEXT, "exec sleep 50");
        ReadDocument read = scan(2, slow, Bounds.of(10, Duration.ofSeconds(2), MINUTE));
        assertThat(read.pages()).extracting(ReadPage::origin).isEqualTo(Collections.nCopies(2, UNREADABLE));
        assertThat(read.failure()).isEqualTo(ReadingFailure.TOO_LONG);
    }

    @Test
    void aPageIsGivenUpBeforeItsReaderIsKilled() {
        ProtocolRequest request = ProtocolRequest.parse("{\"reading\":1,\"original\":\"/a\",\"temporary\":\"/b\","
                + "\"pages\":7,\"limit\":600000,\"silence\":60000}");
        assertThat(request.bounds().pages()).isEqualTo(7);
        assertThat(request.bounds().picture()).isEqualTo(Duration.ofSeconds(40));
        assertThat(request.bounds().pictures().left()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(9));
    }

    private ReadDocument scan(int pages, Path tesseract, Bounds bounds) throws IOException {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 1; i <= pages; i++) {
                pdf.picture(100, 100, 200, 200);
                if (i < pages) {
                    pdf.nextPage();
                }
            }
            return ReadDocument.of(
                    Files.write(folder.resolve("scan.pdf"), pdf.bytes()), new Extraction(tesseract), bounds);
        }
    }
}
