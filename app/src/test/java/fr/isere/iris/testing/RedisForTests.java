package fr.isere.iris.testing;

import fr.isere.iris.demo.RedisTraces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real Redis without persistence on a random loopback port.
 *
 * <p>{@link #shared()} runs as long as the test JVM: its users keep to keys of their own or {@link #flush()} first. A test
 * that stops Redis starts one for itself. In a Spring test: {@code @DynamicPropertySource static void redis(DynamicPropertyRegistry r)
 * { RedisForTests.shared().register(r); }}
 */
public final class RedisForTests implements AutoCloseable {

    private final int port;
    private final RedisTraces traces = RedisTraces.standard();
    private final List<String> persistence;
    private @Nullable Process process;

    private RedisForTests(int port, String... persistence) {
        this.port = port;
        this.persistence = List.of(persistence);
    }

    /** The one that the tests of this JVM share. */
    public static RedisForTests shared() {
        return Shared.REDIS;
    }

    /** A new one, for a test that stops it. */
    public static RedisForTests start() {
        return start("--save", "", "--appendonly", "no");
    }

    /** A new one that finds everything again when it is resumed, as an installation's does. */
    public static RedisForTests startPersistent(Path folder) {
        return start("--save", "", "--appendonly", "yes", "--appendfsync", "always", "--dir", folder.toString());
    }

    private static RedisForTests start(String... persistence) {
        RedisForTests redis = new RedisForTests(freePort(), persistence);
        redis.resume();
        return redis;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Tells Spring where this Redis is. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.url", this::url);
    }

    /** Starts it again on the same port, empty unless it is persistent. */
    public void resume() {
        traces.reap();
        try {
            List<String> command =
                    new ArrayList<>(List.of("redis-server", "--port", String.valueOf(port), "--bind", "127.0.0.1"));
            command.addAll(persistence);
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            traces.add(started.toHandle());
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server is not on the path: run ops/test, which brings it", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::answers);
    }

    @Override
    public void close() {
        kill();
    }

    /** Kills it, as a power cut would. */
    public void kill() {
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

    /** Has it hang, with all that it holds, as behind a network that is cut. */
    public void freeze() {
        signal("STOP");
    }

    /** Has it go on. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        long pid = Objects.requireNonNull(process).pid();
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets everything. */
    public void flush() {
        command("FLUSHALL");
    }

    /** Puts a value there that never ends. */
    public void plant(String key) {
        command("SET " + key + " planted");
    }

    /** Writes all that it holds to its disk, as for a backup. */
    public void dump() {
        command("SAVE");
    }

    /** How many keys it holds. */
    public long size() {
        return Long.parseLong(command("DBSIZE").replaceAll("\\D", ""));
    }

    private boolean answers() {
        try {
            return command("PING").startsWith("+PONG");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private String command(String inline) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write((inline + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[64];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(length, 0), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holder: started by the first who asks. */
    private static final class Shared {
        private static final RedisForTests REDIS = start();
    }
}
