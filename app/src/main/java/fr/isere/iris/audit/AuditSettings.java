package fr.isere.iris.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the audit trail is, and how much of it stays.
 *
 * @param folder where the files are; required; several instances may share it
 * @param maxAge how long a file stays after its day
 * @param maxSize of all files together; past it the oldest go
 * @param key secret of at least 32 characters, the same for all instances; with it nobody who lacks it can forge a line
 */
@ConfigurationProperties("iris.audit")
record AuditSettings(
        Path folder,
        @DefaultValue("180d") Duration maxAge,
        @DefaultValue("1GB") DataSize maxSize,
        @Nullable String key) {

    private static final int SHORTEST_KEY = 32;
    private static final DataSize SMALLEST = DataSize.ofKilobytes(64);

    /** Refuses what could hold nothing, or would not protect. */
    AuditSettings {
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("iris.audit.max-age must be positive");
        }
        if (maxSize.compareTo(SMALLEST) < 0) {
            throw new IllegalArgumentException("iris.audit.max-size must be at least 64KB");
        }
        if (key != null && key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("iris.audit.key must have at least 32 characters");
        }
    }

    /** Of one file: a day that grows past it goes on in another, so that the oldest can go. */
    long maxFileSize() {
        return maxSize.toBytes() / 16;
    }

    /** Without the key, so that no log has it. */
    @Override
    public String toString() {
        return "AuditSettings[folder=" + folder + "]";
    }
}
