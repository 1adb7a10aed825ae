package fr.isere.iris.documents;

import fr.isere.iris.reading.ReadingFailure;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Reads documents in JVMs of their own, so many at once. Whatever a document does to its reader, it costs that document and nothing
 * else: the reader is killed, and another one stands by for the next.
 */
final class ReaderPool implements DocumentReader, SmartLifecycle {

    private final DocumentSettings settings;
    private final Supplier<ReaderCommand> command;
    private final Path temporary;
    private volatile @Nullable ReaderRoom room;

    /**
     * Of the readers that this command starts.
     *
     * @param command asked for when a reader starts, never before
     * @param temporary where they may put what they need
     */
    ReaderPool(DocumentSettings settings, Supplier<ReaderCommand> command, Path temporary) {
        this.settings = settings;
        this.command = command;
        this.temporary = temporary;
    }

    @Override
    public Reading read(Path original, ReadingListener listener) {
        ReaderRoom open = room;
        if (open == null) {
            listener.failed(ReadingFailure.NO_READER);
            return () -> {};
        }
        return open.read(original, listener);
    }

    @Override
    public void start() {
        ReaderRoom fresh = new ReaderRoom(settings, command, temporary);
        fresh.open();
        room = fresh;
    }

    /** Of the first to stop: what readers were at can still be stored as failed. */
    @Override
    public void stop() {
        ReaderRoom open = room;
        room = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean isRunning() {
        return room != null;
    }
}
