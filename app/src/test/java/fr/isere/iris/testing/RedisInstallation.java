package fr.isere.iris.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of {@code ops/redis} as an exploitant installs them, but for the folder, the ports and the passwords, which are the
 * test's.
 */
public final class RedisInstallation {

    /** Of every user. */
    public static final String PASSWORD = "mot-de-passe-d-essai";

    private static final Path FILES = Path.of("..", "ops", "redis");
    private static final String PLACE = "/etc/redis/iris";

    private final Path folder;
    private final Certificates certificates;
    private final Map<Integer, RedisNode> nodes = new TreeMap<>();

    private RedisInstallation(Path folder, Certificates certificates) {
        this.folder = folder;
        this.certificates = certificates;
    }

    /**
     * Installs them.
     *
     * @param names what stands in the certificate, as keytool's {@code san}
     */
    public static RedisInstallation in(Path folder, String names) {
        RedisInstallation installation = new RedisInstallation(folder, Certificates.make(folder, names));
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                Files.writeString(folder.resolve(file.getFileName()), installation.adapted(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    /** What stands in a file of {@code ops/redis}. */
    public static String file(String name) {
        try {
            return Files.readString(FILES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a process with one of the files, of which it has a copy of its own: Redis rewrites some.
     *
     * @param options further arguments of redis-server
     */
    public RedisNode start(String file, String... options) {
        int port = freePort();
        Path own = folder.resolve("node-" + port);
        List<String> server = new ArrayList<>();
        try {
            server.add(
                    Files.copy(folder.resolve(file), Files.createDirectory(own).resolve(file))
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.addAll(List.of("--tls-port", Integer.toString(port), "--dir", own.toString()));
        server.addAll(List.of(options));
        RedisNode node = RedisNode.start(port, own, server, client("exploitant"));
        nodes.put(port, node);
        return node;
    }

    /** Changes a file before it is used. */
    public void change(String file, String from, String to) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, Files.readString(path).replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments of redis-cli that make it one of the users. */
    public List<String> client(String user) {
        List<String> client = new ArrayList<>(withoutName());
        client.addAll(List.of("--user", user, "--pass", PASSWORD, "--no-auth-warning"));
        return client;
    }

    /** Arguments of redis-cli for TLS alone. */
    List<String> withoutName() {
        return List.of("--tls", "--cacert", certificates.authority().toString());
    }

    /** The certificate of the authority that all these trust. */
    public Path authority() {
        return certificates.authority();
    }

    /** The settings by which IRIS trusts an authority. */
    public static Stream<String> trusting(Path authority) {
        return Stream.of(
                "spring.data.redis.ssl.bundle=redis",
                "spring.ssl.bundle.pem.redis.truststore.certificate=file:" + authority);
    }

    /** The settings by which IRIS trusts these, and logs in as {@code iris}. */
    public Stream<String> settings() {
        return Stream.concat(
                trusting(authority()),
                Stream.of("spring.data.redis.username=iris", "spring.data.redis.password=" + PASSWORD));
    }

    /** Kills all that was started. */
    public void close() {
        nodes.values().forEach(RedisNode::close);
    }

    /** Of ports that are free one may be drawn twice before anybody listens. */
    private int freePort() {
        int port = RedisNode.freePort();
        while (nodes.containsKey(port)) {
            port = RedisNode.freePort();
        }
        return port;
    }

    private String adapted(String file) {
        return file.replace(PLACE, folder.toString())
                .replaceAll("SHA256_OF_[A-Z_]+", sha256(PASSWORD))
                .replaceAll("\\bTHE_PASSWORD_OF_[A-Z]+", PASSWORD);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
