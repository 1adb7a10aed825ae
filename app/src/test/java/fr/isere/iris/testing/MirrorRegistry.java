package fr.isere.iris.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A registry of models as far as an Ollama pulls from one: manifests and blobs, with ranges; it can be held in the middle. */
public final class MirrorRegistry implements AutoCloseable {

    private static final String CONFIG = """
        {"model_format": "gguf", "model_family": "llama", "model_families": ["llama"], "model_type": "134.52M",
         "file_type": "Q4_1", "architecture": "amd64", "os": "linux",
         "rootfs": {"type": "layers", "diff_ids": ["%s"]}}\
        """;

    private final HttpServer server;
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private final Map<String, byte[]> small = new ConcurrentHashMap<>();
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();

    /** Bytes of blobs sent. */
    public final AtomicLong sent = new AtomicLong();

    private final AtomicLong holdAfter = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch going = new CountDownLatch(1);

    public MirrorRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Offers a GGUF file under a name, as in {@code smol:1}. */
    public void offer(String name, Path gguf, String template) throws IOException {
        String weights = digest(Files.readAllBytes(gguf));
        files.put(weights, gguf);
        byte[] templateBytes = template.getBytes(StandardCharsets.UTF_8);
        byte[] config = CONFIG.formatted(weights).getBytes(StandardCharsets.UTF_8);
        small.put(digest(templateBytes), templateBytes);
        small.put(digest(config), config);
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\","
                + "\"config\":" + layer("application/vnd.docker.container.image.v1+json", digest(config), config.length)
                + ",\"layers\":[" + layer("application/vnd.ollama.image.model", weights, Files.size(gguf)) + ","
                + layer("application/vnd.ollama.image.template", digest(templateBytes), templateBytes.length) + "]}";
        String[] parts = name.split(":", 2);
        manifests.put("/v2/library/" + parts[0] + "/manifests/" + parts[1], manifest.getBytes(StandardCharsets.UTF_8));
    }

    /** After so many bytes of blobs in all, nothing more comes until it {@linkplain #goesOn goes on}. */
    public void holdsAfter(long bytes) {
        holdAfter.set(bytes);
    }

    public void goesOn() {
        going.countDown();
    }

    private static String layer(String type, String digest, long size) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}".formatted(type, digest, size);
    }

    /** As registries write it: {@code sha256:} and hexadecimal digits. */
    public static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] manifest = manifests.get(path);
            String digest = path.substring(path.lastIndexOf('/') + 1);
            boolean isBlob = small.containsKey(digest) || files.containsKey(digest);
            if (manifest != null) {
                whole(exchange, manifest);
            } else if (isBlob
                    && path.startsWith("/v2/")
                    && exchange.getRequestMethod().equals("GET")) {
                sendElsewhere(exchange, digest);
            } else if (small.containsKey(digest)) {
                whole(exchange, small.get(digest));
            } else if (files.containsKey(digest)) {
                part(exchange, files.get(digest));
            } else {
                whole(exchange, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Ollama takes blobs from another host only, as from the storage behind a registry. */
    private void sendElsewhere(HttpExchange exchange, String digest) throws IOException {
        exchange.getResponseHeaders().set("Location", url().replace("127.0.0.1", "localhost") + "/direct/" + digest);
        exchange.sendResponseHeaders(307, -1);
    }

    private static void whole(HttpExchange exchange, byte[] bytes) throws IOException {
        whole(exchange, 200, bytes);
    }

    private static void whole(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void part(HttpExchange exchange, Path file) throws IOException {
        long size = Files.size(file);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        long from = 0;
        long to = size - 1;
        if (range != null) {
            String[] ends = range.substring("bytes=".length()).split("-", -1);
            from = Long.parseLong(ends[0]);
            to = ends[1].isEmpty() ? to : Math.min(to, Long.parseLong(ends[1]));
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, to - from + 1);
        copy(exchange.getResponseBody(), file, from, to);
    }

    private void copy(OutputStream out, Path file, long from, long to) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            byte[] buffer = new byte[1 << 18];
            long left = to - from + 1;
            while (left > 0) {
                if (sent.get() >= holdAfter.get()) {
                    awaitGoing();
                }
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                out.write(buffer, 0, count);
                sent.addAndGet(count);
                left -= count;
            }
        }
    }

    private void awaitGoing() throws IOException {
        try {
            going.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        goesOn();
        server.stop(0);
    }
}
