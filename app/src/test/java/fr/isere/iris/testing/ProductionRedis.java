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
import java.util.stream.Stream;

/** A real Redis that runs with the files of {@code ops/redis}: TLS, users, no eviction. Only ports, paths and passwords are the test's. */
public final class ProductionRedis implements AutoCloseable {

    /** Of every user. */
    public static final String PASSWORD = "mot-de-passe-d-essai";

    private static final Path FILES = Path.of("..", "ops", "redis");

    private final RedisNode node;
    private final Certificates certificates;
    private final Path folder;

    private ProductionRedis(RedisNode node, Certificates certificates, Path folder) {
        this.node = node;
        this.certificates = certificates;
        this.folder = folder;
    }

    /**
     * Starts one.
     *
     * @param users the file of {@code ops/redis} that says who may do what
     * @param options further arguments of redis-server
     */
    public static ProductionRedis start(Path folder, String users, String... options) {
        Certificates certificates = Certificates.make(folder.resolve("tls"));
        int port = RedisNode.freePort();
        List<String> server = new ArrayList<>(
                List.of(FILES.resolve("redis.conf").toAbsolutePath().toString()));
        server.addAll(List.of("--tls-port", Integer.toString(port), "--dir", folder.toString()));
        server.addAll(List.of("--aclfile", withPasswords(folder, users).toString()));
        server.addAll(List.of("--tls-cert-file", certificates.certificate().toString()));
        server.addAll(List.of("--tls-key-file", certificates.key().toString()));
        server.addAll(List.of("--tls-ca-cert-file", certificates.authority().toString()));
        server.addAll(List.of(options));
        RedisNode node = RedisNode.start(port, folder, server, client(certificates, "exploitant"));
        return new ProductionRedis(node, certificates, folder);
    }

    /** The settings that lead IRIS here, by TLS, as the user {@code iris}. */
    public Stream<String> settings() {
        return settings(certificates.authority());
    }

    /** The same with the certificate of some authority, which may be the wrong one. */
    public Stream<String> settings(Path authority) {
        return Stream.of(
                "spring.data.redis.url=rediss://iris:" + PASSWORD + "@" + node.address(),
                "spring.data.redis.ssl.bundle=redis",
                "spring.ssl.bundle.pem.redis.truststore.certificate=file:" + authority);
    }

    /** The node, whose commands are sent as its exploitant. */
    public RedisNode node() {
        return node;
    }

    /** What Redis answers to the user {@code iris}. */
    public String asIris(String... command) {
        return node.as(client(certificates, "iris"), command);
    }

    /** What Redis answers to somebody who gives no name. */
    public String asNobody(String... command) {
        return node.as(List.of("--tls", "--cacert", certificates.authority().toString()), command);
    }

    /** What Redis answers to somebody without TLS. */
    public String withoutTls(String... command) {
        return node.as(List.of(), command);
    }

    /** Where it writes. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        node.close();
    }

    private static List<String> client(Certificates certificates, String user) {
        return List.of(
                "--tls",
                "--cacert",
                certificates.authority().toString(),
                "--user",
                user,
                "--pass",
                PASSWORD,
                "--no-auth-warning");
    }

    /** What stands in a file of {@code ops/redis}. */
    public static String file(String name) {
        try {
            return Files.readString(FILES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that gives a running Redis a user of a file of {@code ops/redis}. */
    public static String[] setUser(String users, String name) {
        String rules = withPasswords(users)
                .lines()
                .filter(line -> line.startsWith("user " + name + " "))
                .findFirst()
                .orElseThrow();
        return ("ACL SETUSER " + rules.substring("user ".length())).split(" ", -1);
    }

    private static String withPasswords(String users) {
        return file(users).replaceAll("SHA256_OF_(THE|ANOTHER)_PASSWORD", sha256(PASSWORD));
    }

    private static Path withPasswords(Path folder, String users) {
        try {
            return Files.writeString(folder.resolve(users), withPasswords(users));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
