package fr.isere.iris.testing;

import static org.awaitility.Awaitility.await;

import fr.isere.iris.IrisApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** IRIS as a process of its own, for what is seen from outside only: how it is killed, what it logs. */
public final class IrisProcess implements AutoCloseable {

    private final int port;
    private final Process process;

    private IrisProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it; returns when it listens, or has ended.
     *
     * @param log where its lines go
     * @param settings {@code name=value}, which stand before those of {@link IrisForTests}
     */
    public static IrisProcess start(ProcessBuilder.Redirect log, Stream<String> settings) throws IOException {
        int port = RedisNode.freePort();
        Stream<String> own = Stream.concat(Stream.of("server.port=" + port, "iris.documents.warm=false"), settings);
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                IrisApplication.class.getName()),
                        Stream.of(IrisForTests.arguments(IrisForTests.provider(), own)))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        await().atMost(Duration.ofMinutes(5)).until(() -> !process.isAlive() || listens(port));
        return new IrisProcess(port, process);
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Signs in with one of the demonstration's accounts. */
    public ApiClient signIn(String account) {
        return IrisForTests.signIn(url(), account);
    }

    /** Kills it: it has no time for anything (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
