package fr.isere.iris.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Notes which Redis belongs to which JVM, so that the next start ends one whose JVM was killed. A note has two lines, pid and start
 * time of each process: a pid alone may have become somebody else's.
 */
public final class RedisTraces {

    private final Path folder;

    /** @param folder where the notes are */
    RedisTraces(Path folder) {
        this.folder = folder;
    }

    /** Where all demonstrations and tests of this person leave them. */
    public static RedisTraces standard() {
        String cache = System.getenv("IRIS_CACHE");
        Path base = cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache", "iris");
        return new RedisTraces(base.resolve("demo-redis"));
    }

    /** Notes that this JVM has this Redis. */
    public void add(ProcessHandle redis) {
        try {
            Files.createDirectories(folder);
            Files.write(note(redis.pid()), List.of(identity(redis), identity(ProcessHandle.current())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets one that has ended. */
    public void remove(long pid) {
        try {
            Files.deleteIfExists(note(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends each noted Redis whose JVM is gone. */
    public void reap() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> notes = Files.list(folder)) {
            notes.forEach(RedisTraces::reap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reap(Path note) {
        try {
            List<String> lines = Files.readAllLines(note);
            if (lines.size() == 2 && living(lines.get(1)).isEmpty()) {
                living(lines.get(0)).ifPresent(ProcessHandle::destroyForcibly);
                Files.deleteIfExists(note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> living(String identity) {
        return ProcessHandle.of(Long.parseLong(identity.substring(0, identity.indexOf(' '))))
                .filter(ProcessHandle::isAlive)
                .filter(process -> identity(process).equals(identity));
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }

    private Path note(long pid) {
        return folder.resolve(Long.toString(pid));
    }
}
