package fr.isere.iris.audit;

import static fr.isere.iris.audit.Trail.assertIntact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** When the folder is full, gone, or no folder. */
@ExtendWith(OutputCaptureExtension.class)
class AuditDiskTests {

    private static final int MORE_THAN_FIT = 11_000;

    @TempDir
    private Path parent = Path.of("set by JUnit");

    private Path folder;
    private Trail trail;
    private TrailThread thread;

    @BeforeEach
    void start() {
        folder = parent.resolve("audit");
        trail = Trail.in(folder);
        thread = trail.thread();
        thread.start();
    }

    @AfterEach
    void stop() {
        thread.stop();
    }

    @Test
    void whatHappensWhileTheFolderIsAwayIsWrittenWhenItIsBack(CapturedOutput output) throws IOException {
        happens(1);
        awaitWritten(1);
        Files.move(folder, parent.resolve("away"));
        happens(3);
        await().until(thread::isFailing);
        Files.move(parent.resolve("away"), folder);
        await().until(() -> !thread.isFailing());
        awaitWritten(4);
        assertIntact(trail.verify());
        assertThat(thread.lost()).isZero();
        assertThat(output.getAll().lines().filter(line -> line.contains(" WARN ")))
                .singleElement()
                .asString()
                .contains("iris.audit.folder", "IRIS_AUDIT_FOLDER");
    }

    @Test
    void whatFindsNoPlaceIsCountedAndTheTrailSaysHowMuch() throws IOException {
        Files.move(folder, parent.resolve("away"));
        happens(MORE_THAN_FIT);
        assertThat(thread.lost()).isPositive();
        await().until(thread::isFailing);
        Files.move(parent.resolve("away"), folder);
        await().untilAsserted(() -> assertThat(trail.all())
                .filteredOn(entry -> entry.what().equals("entries-lost"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("count", Long.toString(thread.lost()))));
        assertIntact(trail.verify());
    }

    @Test
    void stopWritesWhatWaitsAndClosesTheTrail() throws IOException {
        happens(50);
        thread.stop();
        assertThat(trail.all()).hasSize(52);
        assertThat(trail.all().get(0).what()).isEqualTo("trail-closed");
    }

    @Test
    void halfALineThatAFullDiskLeftIsCutOffBeforeTheNext() throws IOException, InterruptedException {
        Path full = parent.resolve("full");
        List<String> command = List.of(
                "bash",
                "-c",
                "ulimit -S -f 20 && exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                AuditFullDisk.class.getName(),
                full.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("failures 3, lifted 0, break null, unfinished 0");
    }

    @Test
    void whatIsNoFolderIsRefusedAtTheStartByItsName() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Trail.in(file))
                .withMessageStartingWith("iris.audit.folder (environment variable IRIS_AUDIT_FOLDER)");
    }

    private void happens(int times) {
        for (int number = 0; number < times; number++) {
            thread.add(trail.entry(number), false);
        }
    }

    private void awaitWritten(int count) {
        await().untilAsserted(() -> assertThat(trail.all())
                .filteredOn(entry -> entry.what().equals("conversation-erased"))
                .hasSize(count));
    }
}
