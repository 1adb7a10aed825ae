package fr.isere.iris.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaderHomeTests {

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeft() {
        ReadersForTests.awaitProcesses(0);
        assertThat(ReadersForTests.folders(folder)).isEmpty();
    }

    @Test
    void theReaderThatIsShippedReads() {
        try (ReadersForTests readers = ReadersForTests.of(
                folder, ReadersForTests.settings(), ReaderCommand.MAIN, ReadersForTests.NAMESPACES)) {
            assertThat(readers.read("Délibération du conseil départemental").firstPage())
                    .isEqualTo("Délibération du conseil départemental");
        }
    }

    @Test
    void itIsUnpackedOutOfAJarOfJars() throws IOException {
        Path jar = folder.resolve("iris.jar");
        JarOfJars.write(jar, ReaderTrial.class);
        Path document = Files.writeString(folder.resolve("document"), "Délibération");
        Process iris = java(List.of("-jar", jar.toString(), document.toString(), ReaderCommand.MAIN));
        try {
            assertThat(heard(iris, "page 1")).contains("page 1: Délibération");
        } finally {
            iris.destroyForcibly();
            removeOrphans(iris);
        }
    }

    /** The reader is in the middle of the document: it cannot write more, since nobody takes its first page. */
    @Test
    void anApplicationThatIsKilledLeavesNoReaderAndNothingOfTheDocument() throws IOException {
        Path document = Files.writeString(
                folder.resolve("document"), "Délibération du conseil départemental.\n\n".repeat(50_000));
        Process iris = java(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReaderTrial.class.getName(),
                document.toString(),
                ReaderCommand.MAIN));
        heard(iris, "opened");
        List<ProcessHandle> readers = ReadersForTests.processesOf(iris.toHandle());
        assertThat(readers).isNotEmpty();
        assertThat(ReadersForTests.leftovers(folder)).isNotEmpty();
        iris.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> readers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(ReadersForTests.leftovers(folder)).isEmpty();
        assertThat(ReadersForTests.folders(folder)).isNotEmpty();
        removeOrphans(iris);
    }

    @Test
    void theFolderOfAnApplicationThatRunsIsLeftAlone() throws IOException {
        try (OwnedFolder mine = OwnedFolder.create(folder)) {
            OwnedFolder.removeOrphans(folder);
            assertThat(mine.path()).isDirectory();
        }
    }

    private void removeOrphans(Process iris) {
        iris.onExit().join();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            OwnedFolder.removeOrphans(folder);
            return ReadersForTests.folders(folder).isEmpty();
        });
    }

    private Process java(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    /** Its lines, up to the one that begins so. */
    private static List<String> heard(Process iris, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader out = new BufferedReader(new InputStreamReader(iris.getInputStream(), UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith(last)) {
                return lines;
            }
        }
        throw new AssertionError("it ended after " + lines);
    }
}
