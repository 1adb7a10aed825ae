package fr.isere.iris.releases;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Signals;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The book of releases in Redis: one bundle with a long end that each write renews, changed by compare-and-set only. */
@Component
class BookStore {

    /** Topic and id of the signal that the book, or what is being done with a release, changed. */
    static final String TOPIC = "releases";

    static final String ALL = "all";

    private static final Logger LOG = LoggerFactory.getLogger(BookStore.class);
    private static final Key KEY = Key.of("releases", ALL);
    private static final String BOOK = "book";

    /** As long as anything of IRIS lives; whoever looks renews it in time. */
    private static final Duration LIFE = Duration.ofDays(395);

    private static final int ATTEMPTS = 50;

    /** Longest wait before the next attempt, in ns: two who meet do not meet again at once. */
    private static final long PAUSE = 5_000_000;

    private final ExpiringStore store;
    private final Signals signals;
    private final JsonMapper json;
    private final Clock clock;

    BookStore(ExpiringStore store, Signals signals, JsonMapper json, Clock clock) {
        this.store = store;
        this.signals = signals;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A book as it was read.
     *
     * @param number of the write that made it; 0 if there is none
     * @param written whether the call that gave it wrote it; a change that came too late finds the book as another left it
     */
    record Page(long number, Book book, Revision revision, boolean written) {

        private static Page none() {
            return new Page(0, Book.EMPTY, Revision.unstored(), false);
        }

        /** Whether there is no book. */
        boolean isNone() {
            return number == 0;
        }
    }

    /** The book as it stands; empty before the first write, or if what stands there does not open. */
    Optional<Page> read() {
        try {
            return store.readBundle(KEY).map(this::page);
        } catch (Unreadable e) {
            LOG.warn("The book of releases does not open ({}): iris.models.active answers", e.reason());
            return Optional.empty();
        }
    }

    /**
     * Changes it as one operator asks, who saw one revision.
     *
     * @param seen {@link Page#number()} of what the operator saw
     * @throws ProblemException {@code release-changed} (409) if it is another by now
     */
    Page change(long seen, UnaryOperator<Book> change) {
        Page page = toChange();
        if (page.number() != seen) {
            throw changed();
        }
        return write(page, change.apply(page.book())).orElseThrow(BookStore::changed);
    }

    /** Changes it as IRIS itself must, whatever others do: read and decided again until nobody came between. */
    Page change(UnaryOperator<Book> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Page page = toChange();
            Book after = change.apply(page.book());
            if (after.equals(page.book())) {
                return page;
            }
            Optional<Page> written = write(page, after);
            if (written.isPresent()) {
                return written.get();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE));
        }
        throw changed();
    }

    /** Writes again what an instance remembers, where Redis lost it; harmless if another did. */
    void restore(Book book) {
        if (write(Page.none(), book).isPresent()) {
            LOG.warn("Redis had lost the book of releases: it was written again from memory");
        }
    }

    /** Gives it its whole life again. */
    void renew() {
        read().ifPresent(page -> write(page, page.book()));
    }

    /** Tells every instance to look. */
    void tell() {
        try {
            signals.send(TOPIC, ALL);
        } catch (DataAccessException e) {
            LOG.debug("Redis is away: other instances look by themselves");
        }
    }

    private Page toChange() {
        try {
            return store.readBundle(KEY).map(this::page).orElseGet(Page::none);
        } catch (Unreadable e) {
            if (e.reason() == Unreadable.Reason.FORMAT) {
                throw e; // of another version of IRIS, which may still write to it
            }
            LOG.warn("The book of releases does not open ({}): it begins anew", e.reason());
            store.delete(List.of(KEY));
            return Page.none();
        }
    }

    private Page page(Bundle bundle) {
        @Nullable String text = bundle.fields().get(BOOK);
        Book book = text == null ? Book.EMPTY : book(text);
        return new Page(bundle.revision().number(), book, bundle.revision(), false);
    }

    /** What this version does not understand, another one wrote, and may write again. */
    private Book book(String text) {
        try {
            Book book = StoredJson.read(json, text, Book.class);
            if (book.version() <= Book.VERSION) {
                return book;
            }
        } catch (Unreadable ofAnotherVersion) {
            throw new ProblemException("release-newer", HttpStatus.CONFLICT);
        }
        throw new ProblemException("release-newer", HttpStatus.CONFLICT);
    }

    private Optional<Page> write(Page read, Book book) {
        Map<String, String> fields = Map.of(BOOK, json.writeValueAsString(book));
        Optional<Page> written = store.writeBundle(
                        KEY, read.revision(), fields, List.of(), clock.instant().plus(LIFE))
                .map(revision -> new Page(revision.number(), book, revision, true));
        written.ifPresent(page -> tell());
        return written;
    }

    private static ProblemException changed() {
        return new ProblemException("release-changed", HttpStatus.CONFLICT);
    }
}
