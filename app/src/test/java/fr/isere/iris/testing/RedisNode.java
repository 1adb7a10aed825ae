package fr.isere.iris.testing;

import fr.isere.iris.demo.RedisTraces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * One process of {@code redis-server} with whatever options a test gives it: a node of a cluster, a replica, a sentinel, one with TLS
 * and ACL. Where plain will do, {@link RedisForTests} has one. Commands go by {@code redis-cli}, as an exploitant would send them.
 */
public final class RedisNode implements AutoCloseable {

    private final int port;
    private final Path folder;
    private final List<String> server;
    private final List<String> client;
    private final RedisTraces traces = RedisTraces.standard();
    private @Nullable Process process;

    private RedisNode(int port, Path folder, List<String> server, List<String> client) {
        this.port = port;
        this.folder = folder;
        this.server = List.copyOf(server);
        this.client = List.copyOf(client);
    }

    /**
     * Starts one on the loopback interface, and waits until it answers.
     *
     * @param folder where it writes, its log among others
     * @param server arguments of redis-server, the port among them
     * @param client arguments of redis-cli beside the port, to be answered at all
     */
    public static RedisNode start(int port, Path folder, List<String> server, List<String> client) {
        RedisNode node = new RedisNode(port, folder, server, client);
        node.resume();
        return node;
    }

    /** Starts one that is plain but for these options. */
    public static RedisNode start(int port, Path folder, String... options) {
        List<String> server = new ArrayList<>(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
        server.addAll(List.of("--save", "", "--appendonly", "no"));
        server.addAll(List.of(options));
        return start(port, folder, server, List.of());
    }

    /** A port of the loopback interface where nothing listens. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Where it listens, as a setting wants it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Starts it again, with what it finds in its folder. */
    public void resume() {
        traces.reap();
        List<String> command = new ArrayList<>(List.of("redis-server"));
        command.addAll(server);
        try {
            Files.createDirectories(folder);
            Process started = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
            traces.add(started.toHandle());
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server is not on the path: run ops/test, which brings it", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        Awaitility.await("redis-server answers, see " + folder)
                .atMost(Duration.ofSeconds(15))
                .until(() -> run("PING").equals("PONG"));
    }

    /** What redis-cli prints for this command, errors of Redis included, without the last line's end. */
    public String run(String... command) {
        return as(client, command);
    }

    /** The same with other arguments of redis-cli: somebody else. */
    public String as(List<String> client, String... command) {
        List<String> line =
                new ArrayList<>(List.of("redis-cli", "-h", "127.0.0.1", "-p", Integer.toString(port), "--raw"));
        line.addAll(client);
        line.addAll(List.of(command));
        return output(line);
    }

    /** What a program prints, its errors included, without the last line's end. */
    static String output(List<String> command) {
        try {
            Process program = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            program.waitFor();
            return output.stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Kills it, as a power cut would. */
    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor(10, TimeUnit.SECONDS);
            traces.remove(running.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has it hang, with all that it holds. */
    public void freeze() {
        signal("STOP");
    }

    /** Has it go on. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        output(List.of(
                "kill",
                "-" + name,
                Long.toString(Objects.requireNonNull(process).pid())));
    }
}
