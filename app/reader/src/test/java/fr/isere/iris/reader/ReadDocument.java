package fr.isere.iris.reader;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of reading a file. */
final class ReadDocument implements Sink {

    static final Path NO_TESSERACT = Path.of("/nonexistent/tesseract");

    private final List<ReadPage> pages = new ArrayList<>();
    private final Map<String, byte[]> attachments = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable DocumentKind kind;
    private @Nullable ReadingFailure failure;
    private int announced;

    /** Without recognition, so that it is alike on every machine. */
    static ReadDocument of(Path file) {
        return of(file, new Extraction(NO_TESSERACT), 1_000);
    }

    static ReadDocument of(Path file, Extraction extraction, int most) {
        return of(file, extraction, Bounds.ofPages(most));
    }

    static ReadDocument of(Path file, Extraction extraction, Bounds bounds) {
        ReadDocument read = new ReadDocument();
        try {
            Path temporary = Files.createTempDirectory(file.toAbsolutePath().getParent(), "reading");
            try {
                extraction.read(file, temporary, bounds, read);
            } catch (Unreadable e) {
                read.failure = e.failure();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    static ReadDocument of(Path folder, String name, String content) {
        try {
            return of(Files.writeString(folder.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadDocument of(Path folder, String name, byte[] content) {
        try {
            return of(Files.write(folder.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void opened(DocumentKind is, int count) {
        kind = is;
        announced = count;
    }

    @Override
    public void page(ReadPage page) {
        pages.add(page);
    }

    @Override
    public void attachment(String name, Path file) {
        try {
            attachments.put(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void leftOut(String name) {
        leftOut.add(name);
    }

    @Nullable
    DocumentKind kind() {
        return kind;
    }

    @Nullable
    ReadingFailure failure() {
        return failure;
    }

    int announced() {
        return announced;
    }

    List<ReadPage> pages() {
        return pages;
    }

    Map<String, byte[]> attachments() {
        return attachments;
    }

    List<String> leftOut() {
        return leftOut;
    }

    List<Block> blocks() {
        return pages.stream().flatMap(page -> page.blocks().stream()).toList();
    }

    List<String> texts() {
        return blocks().stream().map(Block::text).toList();
    }

    List<String> texts(Block.Kind of) {
        return blocks().stream()
                .filter(block -> block.kind() == of)
                .map(Block::text)
                .toList();
    }

    String text() {
        return String.join("\n", texts());
    }

    String page(int number) {
        return pages.get(number - 1).blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
