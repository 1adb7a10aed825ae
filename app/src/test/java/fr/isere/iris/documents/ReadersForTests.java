package fr.isere.iris.documents;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** A pool whose readers follow {@link ScriptedReader}, and what it has on this machine. */
final class ReadersForTests implements AutoCloseable {

    static final List<String> NAMESPACES = ReaderNamespaces.find();

    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Path documents;
    private final ReaderPool pool;
    private int written;

    private ReadersForTests(Path documents, DocumentSettings settings, ReaderCommand command) {
        this.documents = documents;
        this.pool = new ReaderPool(settings, () -> command, documents);
        pool.start();
    }

    static ReadersForTests scripted(Path documents) {
        return scripted(documents, settings(SILENCE, LIMIT));
    }

    static ReadersForTests scripted(Path documents, DocumentSettings settings) {
        ReadersForTests readers = of(documents, settings, ScriptedReader.class.getName(), NAMESPACES);
        awaitProcesses(1);
        return readers;
    }

    static ReadersForTests of(Path documents, DocumentSettings settings, String main, List<String> namespaces) {
        return new ReadersForTests(
                documents, settings, new ReaderCommand(main, List.of(testClasses()), settings.heap(), namespaces));
    }

    static DocumentSettings settings(Duration silence, Duration limit) {
        return new DocumentSettings(
                DataSize.ofMegabytes(50), 1000, 20, 4, 20, 2, DataSize.ofMegabytes(64), true, silence, limit);
    }

    static DocumentSettings settings() {
        return settings(SILENCE, LIMIT);
    }

    static Path testClasses() {
        try {
            return Path.of(ScriptedReader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What its readers are to do. */
    HeardReading read(String... script) {
        HeardReading heard = new HeardReading();
        Reading unused = read(heard, script);
        return heard;
    }

    Reading read(ReadingListener listener, String... script) {
        return pool.read(document(String.join("\n", script)), listener);
    }

    private Path document(String text) {
        try {
            written++;
            return Files.writeString(documents.resolve("document-" + written), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVMs of readers that this one has started, whoever started them. */
    static List<ProcessHandle> processes() {
        return processesOf(ProcessHandle.current());
    }

    /** Those that this process has started. */
    static List<ProcessHandle> processesOf(ProcessHandle iris) {
        return iris.descendants()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .filter(one -> one.info().commandLine().orElse("").contains("iris-readers-"))
                .toList();
    }

    /** The folders of readers. */
    static List<Path> folders(Path temporary) {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("iris-readers-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the readings of all readers have left on the disk. */
    static List<Path> leftovers(Path temporary) {
        return folders(temporary).stream().flatMap(ReadersForTests::readingsIn).toList();
    }

    private static Stream<Path> readingsIn(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.getFileName().toString().startsWith("reading-")).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty(); // it went while it was looked at
        }
    }

    static void awaitProcesses(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> processes().size() == count);
    }

    void stop() {
        pool.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
