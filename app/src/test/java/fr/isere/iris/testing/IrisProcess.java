package fr.isere.iris.testing;

import static org.awaitility.Awaitility.await;

import fr.isere.iris.IrisApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** IRIS as a process of its own, for what is seen from outside only: how it is killed, what it logs. */
public final class IrisProcess implements AutoCloseable {

    /** The version under test. */
    public static final Program THIS =
            new Program(List.of("-cp", System.getProperty("java.class.path"), IrisApplication.class.getName()));

    /** Its life is short. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final int port;
    private final Process process;

    private IrisProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * A version of IRIS.
     *
     * @param arguments what java is told to run
     */
    public record Program(List<String> arguments) {

        public Program {
            arguments = List.copyOf(arguments);
        }

        /** The application that was packed into this file, maybe by an earlier version. */
        public static Program of(Path jar) {
            return new Program(List.of("-jar", jar.toString()));
        }
    }

    /** Starts the version under test, as {@link #start(Program, ProcessBuilder.Redirect, Stream)} does. */
    public static IrisProcess start(ProcessBuilder.Redirect log, Stream<String> settings) throws IOException {
        return start(THIS, log, settings);
    }

    /**
     * Starts it; returns when it listens, or has ended.
     *
     * @param version which
     * @param log where its lines go
     * @param settings {@code name=value}, which stand before those of {@link IrisForTests}
     */
    public static IrisProcess start(Program version, ProcessBuilder.Redirect log, Stream<String> settings)
            throws IOException {
        int port = RedisNode.freePort();
        Stream<String> own = Stream.concat(Stream.of("server.port=" + port), settings);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), QUICK_START));
        command.addAll(version.arguments());
        command.addAll(List.of(IrisForTests.arguments(IrisForTests.provider(), own)));
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

    /** Asks it to stop (SIGTERM), and waits until it has. */
    public void stops() throws InterruptedException {
        process.destroy();
        process.waitFor();
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
