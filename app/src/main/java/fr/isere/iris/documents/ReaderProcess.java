package fr.isere.iris.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One JVM that reads, one document at a time, and the folder that it works in. */
final class ReaderProcess {

    /** Of IRIS's environment, which has secrets, all that a reader gets. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX");

    private static final long PATIENCE_S = 5;

    private final Process process;
    private final ReaderOutput output;
    private final Path workplace;
    private final JsonMapper json;
    private boolean ready;
    private long readings;

    private ReaderProcess(Process process, Path workplace, JsonMapper json) {
        this.process = process;
        this.output = new ReaderOutput(process.getInputStream());
        this.workplace = workplace;
        this.json = json;
    }

    /**
     * Starts one; it is of use before it has said that it is ready.
     *
     * @throws IOException if that cannot be done
     */
    static ReaderProcess start(ReaderHome home, ReaderCommand command, JsonMapper json) throws IOException {
        Path workplace = home.workplace();
        try {
            List<String> line = command.line(home.program(), workplace);
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(workplace.toFile()).redirectError(Redirect.DISCARD);
            builder.environment().keySet().retainAll(ENVIRONMENT);
            return new ReaderProcess(builder.start(), workplace, json);
        } catch (IOException e) {
            OwnedFolder.delete(workplace);
            throw e;
        }
    }

    /**
     * Hands it a document, and tells it the limits that are watched here, so that it can keep to them page by page.
     *
     * @throws IOException if it is gone
     */
    void ask(Path original, DocumentSettings settings) throws IOException {
        readings++;
        Path temporary = Files.createDirectory(workplace.resolve("reading-" + readings));
        String request = json.writeValueAsString(Map.of(
                "reading",
                readings,
                "original",
                original.toAbsolutePath().toString(),
                "temporary",
                temporary.toString(),
                "pages",
                settings.maxPages(),
                "limit",
                settings.timeLimit().toMillis(),
                "silence",
                settings.silence().toMillis()));
        OutputStream out = process.getOutputStream();
        out.write((request + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * What it says next of this document; null when it has ended.
     *
     * @throws IOException if it says something else
     */
    @Nullable
    ReaderLine next() throws IOException {
        while (true) {
            byte[] bytes = output.line();
            if (bytes == null) {
                return null;
            }
            ReaderLine line = ReaderLine.parse(json, bytes);
            if (line instanceof ReaderLine.Ready) {
                ready = true;
            } else if (line.reading() == readings) {
                return line;
            }
        }
    }

    /**
     * A file that it put into the folder of this reading.
     *
     * @throws IOException if that is no file there
     */
    Path fileOf(ReaderLine.Attachment attachment) throws IOException {
        Path folder = workplace.resolve("reading-" + readings).toRealPath();
        Path file = Path.of(attachment.file()).toRealPath();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new IOException("an attachment that is not in its folder");
        }
        return file;
    }

    /** Whether it ever said that it can read. */
    boolean isReady() {
        return ready;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Documents that it was handed. */
    long readings() {
        return readings;
    }

    /**
     * Its exit code.
     *
     * @return nothing if it does not end
     */
    @Nullable
    Integer exitCode() {
        try {
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) ? process.exitValue() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Ends it at once, with the processes that it has started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /**
     * Removes what the reading wrote down.
     *
     * @throws IOException if something is left
     */
    void wipe() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(workplace)) {
            for (Path one : left) {
                if (!OwnedFolder.delete(one)) {
                    throw new IOException("something is left of a reading");
                }
            }
        }
    }

    /** Kills it, and leaves nothing of it. */
    void end() {
        kill();
        exitCode();
        OwnedFolder.delete(workplace);
    }
}
