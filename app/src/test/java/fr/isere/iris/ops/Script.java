package fr.isere.iris.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A script of {@code ops/}, run with a path and an environment of the test's own. */
public final class Script {

    private static final Path ROOT = root();

    private final String name;
    private final Map<String, String> environment = new HashMap<>();
    private Duration patience = Duration.ofMinutes(1);

    private Script(String name) {
        this.name = name;
    }

    /** The script of that path, from the top of the sources. */
    public static Script at(String name) {
        return new Script(name);
    }

    /** Adds a variable to the environment. */
    public Script with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /** Waits so long for its end, instead of a minute. */
    public Script within(Duration longer) {
        patience = longer;
        return this;
    }

    /** Runs it without standard input, and waits for its end. */
    public Result run(String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of(ROOT.resolve(name).toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("CI", "IRIS_TEST_JAVA_HOME"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Path output = Files.createTempFile("script", ".out");
        Path errors = Files.createTempFile("script", ".err");
        Process process = builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " is still running after " + patience);
            }
            return new Result(process.exitValue(), read(output), read(errors));
        } finally {
            process.destroy();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("ops/run"))) {
                return folder;
            }
        }
        throw new IllegalStateException("ops/run stands in no folder above this one");
    }

    /** What a script answered: its exit code, and what it printed on either output. */
    public record Result(int code, String output, String errors) {}
}
