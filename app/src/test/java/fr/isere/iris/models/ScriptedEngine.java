package fr.isere.iris.models;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An HTTP server that does what a script says, down to the byte and the broken connection: for what must be exact. */
class ScriptedEngine implements Closeable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    ScriptedEngine() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::accept);
    }

    /** What happens at a path. */
    interface Script {
        void play(Asked asked) throws IOException, InterruptedException;
    }

    /** From now on, requests whose path ends so go by this script. */
    ScriptedEngine on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** Those whose path ends so, oldest first. */
    List<Asked> asked(String path) {
        synchronized (asked) {
            return asked.stream().filter(one -> one.path.endsWith(path)).toList();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Asked request = Asked.read(connection);
            synchronized (asked) {
                asked.add(request);
            }
            threads.execute(request::watchForHangUp);
            for (Map.Entry<String, Script> script : scripts.entrySet()) {
                if (request.path.endsWith(script.getKey())) {
                    script.getValue().play(request);
                    return;
                }
            }
            request.answer(404, "text/plain", "no script");
        } catch (IOException gone) {
            // The client hung up: what the scripts are for.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    /** One request, and the way to answer it. */
    static final class Asked {

        private final Socket connection;
        private final InputStream in;
        private final String path;
        private final String headers;
        private final String body;
        private final CountDownLatch hungUp = new CountDownLatch(1);

        private Asked(Socket connection, InputStream in, String path, String headers, String body) {
            this.connection = connection;
            this.in = in;
            this.path = path;
            this.headers = headers;
            this.body = body;
        }

        private static Asked read(Socket connection) throws IOException {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("no request");
                }
                head.append((char) next);
            }
            String headers = head.toString();
            int length = headers.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            return new Asked(connection, in, headers.split(" ", 3)[1], headers, body);
        }

        String headers() {
            return headers;
        }

        String body() {
            return body;
        }

        private void watchForHangUp() {
            try {
                while (in.read() >= 0) {}
            } catch (IOException closed) {
                // As good an end as the other.
            }
            hungUp.countDown();
        }

        /** Whether the client hangs up within so long. */
        boolean hangsUpWithin(long millis) {
            try {
                return hungUp.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void answer(int status, String type, String text) throws IOException {
            begin(status, type);
            send(text);
            end();
        }

        void begin(int status, String type) throws IOException {
            write("HTTP/1.1 " + status + " Said\r\nContent-Type: " + type
                    + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        }

        void send(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            write(Integer.toHexString(bytes.length) + "\r\n");
            connection.getOutputStream().write(bytes);
            write("\r\n");
        }

        void end() throws IOException {
            write("0\r\n\r\n");
        }

        /** As when the process is killed. */
        void die() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }

        private void write(String text) throws IOException {
            connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
        }
    }
}
