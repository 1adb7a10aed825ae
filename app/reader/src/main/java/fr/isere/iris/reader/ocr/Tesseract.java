package fr.isere.iris.reader.ocr;

import fr.isere.iris.reader.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program, run once a page: on one thread, since a worker is one of several, and without more of the environment than it needs. */
final class Tesseract {

    /** For what is asked once, and before any page. */
    private static final Duration LANGUAGES = Duration.ofSeconds(10);

    private static final int MOST_BYTES = 1 << 20;

    /** Page segmentation modes: the second finds out how the page is turned, by data of its own. */
    private static final String AS_IT_STANDS = "3";

    private static final String ANY_WAY_UP = "1";

    private final Path program;
    private boolean turns;
    private @Nullable String languages;

    Tesseract(Path program) {
        this.program = program;
    }

    boolean installed() {
        return !languages().isEmpty();
    }

    /**
     * The text in a picture, which is tried the other way up where it makes no sense.
     *
     * @throws IOException if it ends otherwise than well, or has not by then
     */
    Recognised read(Path picture, Path folder, Deadline end) throws IOException {
        Recognised upright = read(picture, AS_IT_STANDS, folder, end);
        return upright.isNoise() && turns && !end.passed() ? read(picture, ANY_WAY_UP, folder, end) : upright;
    }

    private Recognised read(Path picture, String mode, Path folder, Deadline end) throws IOException {
        List<String> arguments = List.of(
                picture.toString(),
                "stdout",
                "-l",
                languages(),
                "--dpi",
                "300",
                "--psm",
                mode,
                "-c",
                "tessedit_create_tsv=1");
        return Recognised.of(run(arguments, folder, end));
    }

    private String languages() {
        if (languages == null) {
            languages = found();
        }
        return languages;
    }

    private String found() {
        if (!Files.isExecutable(program)) {
            return "";
        }
        try {
            List<String> installed = run(List.of("--list-langs"), Path.of("/"), Deadline.in(LANGUAGES))
                    .lines()
                    .map(String::strip)
                    .toList();
            turns = installed.contains("osd");
            return installed.contains("fra")
                    ? Stream.of("fra", "eng").filter(installed::contains).collect(Collectors.joining("+"))
                    : "";
        } catch (IOException none) {
            return "";
        }
    }

    private String run(List<String> arguments, Path folder, Deadline end) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        String data = builder.environment().get("TESSDATA_PREFIX");
        builder.environment().clear();
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        if (data != null) {
            builder.environment().put("TESSDATA_PREFIX", data);
        }
        Process process = builder.start();
        Thread guard = guard(process, end);
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("Tesseract ended with " + process.exitValue());
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            guard.interrupt();
        }
    }

    /** Reading its output ends only with the process: something else has to end that. */
    private static Thread guard(Process process, Deadline end) {
        Thread guard = new Thread(
                () -> {
                    try {
                        if (!process.waitFor(end.left().toNanos(), TimeUnit.NANOSECONDS)) {
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException done) {
                        Thread.currentThread().interrupt();
                    }
                },
                "tesseract-limit");
        guard.setDaemon(true);
        guard.start();
        return guard;
    }
}
