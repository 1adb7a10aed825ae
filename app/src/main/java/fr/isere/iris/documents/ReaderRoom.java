package fr.isere.iris.documents;

import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The readers of documents from a start of the application to its stop, and the queue before them. */
final class ReaderRoom implements DocumentReader, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReaderRoom.class);

    private static final long PATIENCE_AT_STOP_S = 10;

    private final DocumentSettings settings;
    private final Supplier<ReaderCommand> command;
    private final ReaderStand stand;
    private final ThreadPoolExecutor queue;
    private final ThreadPoolExecutor preparing;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<ReaderTurn> turns = ConcurrentHashMap.newKeySet();

    ReaderRoom(DocumentSettings settings, Supplier<ReaderCommand> command, Path temporary) {
        this.settings = settings;
        this.command = command;
        this.stand = new ReaderStand(new ReaderHome(temporary), command);
        this.queue = threads(settings.readers(), "documents-");
        this.preparing = threads(1, "documents-readers-");
        this.timer = new ScheduledThreadPoolExecutor(1, daemons("documents-timer-"));
        timer.setRemoveOnCancelPolicy(true);
    }

    /** In order of arrival. */
    private static ThreadPoolExecutor threads(int count, String prefix) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(count, count, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), daemons(prefix));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static CustomizableThreadFactory daemons(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    @Override
    public Reading read(Path original, ReadingListener listener) {
        ReaderTurn turn = new ReaderTurn(original, listener, settings, timer);
        turns.add(turn);
        try {
            queue.execute(() -> take(turn));
        } catch (RejectedExecutionException e) {
            turns.remove(turn);
            turn.tell(ReadingFailure.NO_READER); // the application stops
        }
        return turn;
    }

    private void take(ReaderTurn turn) {
        try {
            turn.tell(turn.isOver() ? ReadingFailure.CRASHED : read(turn));
        } finally {
            turns.remove(turn);
        }
    }

    private @Nullable ReadingFailure read(ReaderTurn turn) {
        ReaderProcess reader;
        try {
            reader = stand.take();
        } catch (IOException | RuntimeException e) {
            log.warn("No reader of documents could be started: {}", e.getClass().getName());
            return ReadingFailure.NO_READER;
        }
        ReadingFailure failure = turn.read(reader);
        boolean stands = false;
        if (failure == null) {
            stands = stand.giveBack(reader, !queue.getQueue().isEmpty());
        } else {
            reader.end();
        }
        if (!stands) {
            prepare();
        }
        return failure;
    }

    private void prepare() {
        if (settings.warm()) {
            try {
                preparing.execute(stand::prepare);
            } catch (RejectedExecutionException e) {
                log.debug("the application stops");
            }
        }
    }

    /** Gets ready behind the back of whoever starts the application. */
    void open() {
        preparing.execute(this::sayWhatKeepsThemIn);
        prepare();
    }

    private void sayWhatKeepsThemIn() {
        if (command.get().namespaces().isEmpty()) {
            log.warn("Readers of documents cannot be cut off from the network here: unshare is missing or forbidden");
        } else {
            log.info("Readers of documents have no network");
        }
    }

    /** Ends those that read, too: what they were at is told as failed, while that can still be stored. */
    @Override
    public void close() {
        queue.shutdown();
        preparing.shutdown();
        turns.forEach(ReaderTurn::abandon);
        stand.close();
        await(queue);
        await(preparing);
        timer.shutdownNow();
        stand.clear();
    }

    private static void await(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(PATIENCE_AT_STOP_S, TimeUnit.SECONDS)) {
                log.warn("A reading of a document did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
