package fr.isere.iris.retention;

import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** Opens the key ring, and refuses to start where that cannot be done without harm. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    KeyRing keyRing(KeySettings settings, RingMarker marker, Clock clock) {
        try {
            return open(store(settings), settings.path(), marker, clock);
        } catch (RingUnusable e) {
            throw new StartRefused(e.line());
        }
    }

    @Bean
    RingJournal ringJournal(KeySettings settings) {
        RingJournal journal = new RingJournal(
                new OwnerOnlyFile(settings.path().resolveSibling(settings.path().getFileName() + ".journal")));
        try {
            journal.refresh();
            return journal;
        } catch (IOException e) {
            throw new StartRefused("iris.keys.path: the journal beside %s cannot be read: %s"
                    .formatted(settings.path(), e.getMessage()));
        } catch (RingUnusable e) {
            throw new StartRefused(e.line());
        }
    }

    private static KeyRing open(RingStore store, Path path, RingMarker marker, Clock clock) {
        Optional<RingKeys> standing = store.read();
        Optional<String> marked = marked(marker, standing.isPresent());
        if (standing.isEmpty() && marked.isPresent()) {
            throw new RingUnusable(
                    "iris.keys.path: there is no key ring at %s, but this Redis was written with one;".formatted(path)
                            + " nothing was touched. Put it back, or point spring.data.redis.url at an empty Redis");
        }
        RingKeys keys = standing.orElseGet(() -> store.change(before -> before.isNone() ? RingKeys.draw() : before));
        KeyRing ring = new KeyRing(store, keys, clock);
        if (marked.isPresent() && !marked.get().equals(RingMarker.of(ring))) {
            throw RingMarker.another();
        }
        return ring;
    }

    /** While Redis is away nobody can tell whether a ring that is missing was lost. */
    private static Optional<String> marked(RingMarker marker, boolean ringStands) {
        try {
            return marker.read();
        } catch (DataAccessException e) {
            if (!ringStands) {
                throw new RingUnusable("spring.data.redis.url: Redis does not answer, and without it a first key ring"
                        + " (iris.keys.path) is not made: start Redis first");
            }
            return Optional.empty();
        }
    }

    private static RingStore store(KeySettings settings) {
        return new RingFile(
                settings.path(),
                switch (settings.store()) {
                    case FILE -> new FileRing();
                    case PKCS12 -> new Pkcs12Ring(password(settings.password()));
                });
    }

    private static String password(@Nullable String password) {
        if (password == null || password.isBlank()) {
            throw new StartRefused(
                    "iris.keys.password is not set (environment variable IRIS_KEYS_PASSWORD), and a PKCS#12 store has one");
        }
        return password;
    }
}
