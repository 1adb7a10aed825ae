package fr.isere.iris.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/** A Redis for the demonstration: the installed one, else the one that came with the build; on loopback, and never on disk. */
public final class DemoRedis implements AutoCloseable {

    private final Process process;
    private final int port;
    private final RedisTraces traces;

    private DemoRedis(Process process, int port, RedisTraces traces) {
        this.process = process;
        this.port = port;
        this.traces = traces;
    }

    /** Starts it on a free port, after it ended what a killed demonstration left behind. Whoever starts it closes it. */
    public static DemoRedis start() {
        RedisTraces traces = RedisTraces.standard();
        traces.reap();
        try {
            int port = freePort();
            Process process = launch(port);
            traces.add(process.toHandle());
            DemoRedis redis = new DemoRedis(process, port, traces);
            redis.awaitAnswer();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public String url() {
        return "redis://" + address();
    }

    @Override
    public synchronized void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        traces.remove(process.pid());
    }

    private static Process launch(int port) throws IOException {
        List<String> command = List.of(
                executable(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String executable() throws IOException {
        Optional<String> installed = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        return installed.isPresent()
                ? installed.get()
                : ExecutableProvider.newJarResourceProvider().get().getPath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException("redis-server did not start on port " + port);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
