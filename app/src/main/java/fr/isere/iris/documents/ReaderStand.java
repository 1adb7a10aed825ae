package fr.isere.iris.documents;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Where readers stand by between two documents. */
final class ReaderStand implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReaderStand.class);

    /** What libraries leak in a document ends with the reader of fifty. */
    private static final long READINGS = 50;

    private final JsonMapper json = JsonMapper.shared();
    private final ReaderHome home;
    private final Supplier<ReaderCommand> command;
    private final Deque<ReaderProcess> standing = new ArrayDeque<>();
    private boolean closed;

    ReaderStand(ReaderHome home, Supplier<ReaderCommand> command) {
        this.home = home;
        this.command = command;
    }

    /**
     * A reader: one that stands by, else a new one.
     *
     * @throws IOException if none can be started
     */
    ReaderProcess take() throws IOException {
        for (ReaderProcess first = poll(); first != null; first = poll()) {
            if (first.isAlive()) {
                return first;
            }
            first.end();
        }
        return ReaderProcess.start(home, command.get(), json);
    }

    private synchronized @Nullable ReaderProcess poll() {
        return standing.pollFirst();
    }

    /** Has one stand by, if none does. */
    void prepare() {
        synchronized (this) {
            if (closed || !standing.isEmpty()) {
                return;
            }
        }
        try {
            put(ReaderProcess.start(home, command.get(), json));
        } catch (IOException | RuntimeException e) {
            log.warn("No reader of documents could be started: {}", e.getClass().getName());
        }
    }

    /**
     * Takes one back after a document that it read well.
     *
     * @param wanted whether another document waits: else one that stands by is enough
     * @return whether it stands by now
     */
    boolean giveBack(ReaderProcess reader, boolean wanted) {
        try {
            reader.wipe();
        } catch (IOException | RuntimeException e) {
            reader.end();
            return false;
        }
        if (reader.readings() >= READINGS || !(wanted || isEmpty())) {
            reader.end();
            return false;
        }
        return put(reader);
    }

    private synchronized boolean isEmpty() {
        return standing.isEmpty();
    }

    private boolean put(ReaderProcess reader) {
        synchronized (this) {
            if (!closed) {
                standing.addFirst(reader);
                return true;
            }
        }
        reader.end();
        return false;
    }

    /** From now on no reader stands by; those at work are their turns' to end. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (ReaderProcess reader = poll(); reader != null; reader = poll()) {
            reader.end();
        }
    }

    /** Removes what was unpacked, once nobody is at work. */
    void clear() {
        home.close();
    }
}
