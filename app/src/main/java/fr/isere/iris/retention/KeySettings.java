package fr.isere.iris.retention;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the key ring is.
 *
 * @param path of its file, which all instances share and nobody but IRIS may read; beside it IRIS keeps a journal and a lock
 * @param store how it is kept
 * @param password of a PKCS#12 store
 */
@ConfigurationProperties("iris.keys")
record KeySettings(
        Path path,
        @DefaultValue("file") Store store,
        @Nullable String password) {

    /** Ways of keeping the ring. */
    enum Store {
        /** A file that its rights protect. */
        FILE,
        /** A PKCS#12 key store, which a password protects as well. */
        PKCS12
    }
}
