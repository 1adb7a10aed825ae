package fr.isere.iris.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A private certification authority and a certificate of its, as PEM files, made by the JDK's keytool.
 *
 * @param authority the authority's certificate
 * @param certificate what it signed
 * @param key private key of that
 */
public record Certificates(Path authority, Path certificate, Path key) {

    private static final String PASSWORD = "only-for-tests";

    /**
     * Makes an authority that nobody else trusts, and its certificate.
     *
     * @param names whose certificate that is, as keytool's {@code san}: {@code ip:127.0.0.1}
     */
    public static Certificates make(Path folder, String names) {
        try {
            Path store = Files.createDirectories(folder).resolve("keys.p12");
            keytool(store, "authority", "CN=Autorité d'essai", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
            keytool(store, "redis", "CN=redis", "-signer", "authority", "-ext", "san=" + names);
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new Certificates(
                    pem(
                            folder,
                            "authority.crt",
                            "CERTIFICATE",
                            keys.getCertificate("authority").getEncoded()),
                    pem(
                            folder,
                            "redis.crt",
                            "CERTIFICATE",
                            keys.getCertificate("redis").getEncoded()),
                    pem(folder, "redis.key", "PRIVATE KEY", key(keys).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Key key(KeyStore keys) throws GeneralSecurityException {
        return keys.getKey("redis", PASSWORD.toCharArray());
    }

    private static void keytool(Path store, String alias, String name, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", alias, "-dname", name, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-validity", "30", "-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", PASSWORD));
        command.addAll(List.of(options));
        String said = RedisNode.output(command);
        if (said.contains("error")) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    private static Path pem(Path folder, String name, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n",
                StandardCharsets.US_ASCII);
    }
}
