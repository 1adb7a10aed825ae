package fr.isere.iris.documents;

import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One document's turn: it waits, it is read, and its listener hears of it, unless somebody cancels. */
final class ReaderTurn implements Reading {

    private static final Logger log = LoggerFactory.getLogger(ReaderTurn.class);

    /** As the JVM exits at {@code ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final Path original;
    private final ReadingListener listener;
    private final DocumentSettings settings;
    private final ScheduledExecutorService timer;
    private final Object calls = new Object();
    private volatile boolean cancelled;
    private volatile boolean abandoned;
    private @Nullable ReaderProcess reader;
    private int pages;

    ReaderTurn(Path original, ReadingListener listener, DocumentSettings settings, ScheduledExecutorService timer) {
        this.original = original;
        this.listener = listener;
        this.settings = settings;
        this.timer = timer;
    }

    /** Whether nobody waits for it any more. */
    boolean isOver() {
        return cancelled || abandoned;
    }

    /**
     * Has a reader read.
     *
     * @return why it could not; null if it was read to its end, which is told by {@link #tell}
     */
    @Nullable
    ReadingFailure read(ReaderProcess fresh) {
        if (!hold(fresh)) {
            return ReadingFailure.CRASHED;
        }
        try (ReaderWatch watch = new ReaderWatch(timer, settings, this::kill)) {
            return follow(fresh, watch);
        } finally {
            letGo();
        }
    }

    private @Nullable ReadingFailure follow(ReaderProcess at, ReaderWatch watch) {
        try {
            at.ask(original, settings);
            ReaderCourse course = new ReaderCourse(settings.maxPages());
            while (true) {
                watch.waits();
                ReaderLine line = at.next();
                watch.heard();
                if (line == null) {
                    return watch.isLate() ? ReadingFailure.TOO_LONG : ended(at);
                }
                course.take(line);
                if (line instanceof ReaderLine.Finished end) {
                    pages = end.pages();
                    return null;
                }
                if (line instanceof ReaderLine.Failed failed) {
                    log.info("A document could not be read: {} {}", failed.failure(), failed.causeClass());
                    return failed.failure();
                }
                pass(at, line);
            }
        } catch (IOException e) {
            return watch.isLate() ? ReadingFailure.TOO_LONG : broken(at);
        } catch (RuntimeException e) {
            log.warn(
                    "What a document holds could not be taken in: {}",
                    e.getClass().getName());
            return ReadingFailure.CRASHED;
        }
    }

    private void pass(ReaderProcess at, ReaderLine line) throws IOException {
        if (line instanceof ReaderLine.Opened start) {
            call(() -> listener.opened(start.kind(), start.pages()));
        } else if (line instanceof ReaderLine.Page page) {
            call(() -> listener.page(page.page()));
        } else if (line instanceof ReaderLine.Attachment attachment) {
            Path file = at.fileOf(attachment);
            call(() -> listener.attachment(attachment.name(), file));
        } else if (line instanceof ReaderLine.LeftOut left) {
            call(() -> listener.leftOut(left.name()));
        }
    }

    /** It could not be written to, or wrote what is no line: in the first case it is gone, and its exit code says why. */
    private ReadingFailure broken(ReaderProcess at) {
        if (!at.isAlive()) {
            return ended(at);
        }
        if (!isOver()) {
            log.warn("A reader of documents said what it should not, and is killed");
        }
        return ReadingFailure.CRASHED;
    }

    private ReadingFailure ended(ReaderProcess at) {
        Integer code = at.exitCode();
        if (isOver()) {
            return ReadingFailure.CRASHED;
        }
        log.warn("A reader of documents ended in the middle of one, with exit code {}", code);
        if (code != null && code == OUT_OF_MEMORY) {
            return ReadingFailure.OUT_OF_MEMORY;
        }
        return at.isReady() ? ReadingFailure.CRASHED : ReadingFailure.NO_READER;
    }

    /** Tells the end, once the reader has left nothing behind. */
    void tell(@Nullable ReadingFailure failure) {
        try {
            call(() -> {
                if (failure == null) {
                    listener.finished(pages);
                } else {
                    listener.failed(failure);
                }
            });
        } catch (RuntimeException e) {
            log.warn(
                    "The end of a reading could not be taken in: {}",
                    e.getClass().getName());
        }
    }

    private void call(Runnable toListener) {
        synchronized (calls) {
            if (!cancelled) {
                toListener.run();
            }
        }
    }

    private synchronized boolean hold(ReaderProcess fresh) {
        if (isOver()) {
            return false;
        }
        reader = fresh;
        return true;
    }

    /** From now on the reader may be at another document: nothing here kills it any more. */
    private synchronized void letGo() {
        reader = null;
    }

    private synchronized void kill() {
        if (reader != null) {
            reader.kill();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        kill();
        synchronized (calls) {
            abandoned = true; // a call that was under way has ended
        }
    }

    /** The application stops: the listener hears of a failure. */
    void abandon() {
        abandoned = true;
        kill();
    }
}
