package fr.isere.iris.models;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands news to a listener one at a time and in order, on threads of its own: a listener that is slow holds up itself, not the
 * engine, nor the one who cancels, nor the next in the queue.
 */
class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    private final Executor executor;
    private final Deque<Runnable> news = new ArrayDeque<>();
    private boolean delivering;

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    /** Returns at once. */
    synchronized void post(Runnable message) {
        news.addLast(message);
        if (!delivering) {
            delivering = true;
            executor.execute(this::deliver);
        }
    }

    private void deliver() {
        for (Runnable message = next(); message != null; message = next()) {
            try {
                message.run();
            } catch (RuntimeException failure) {
                // Its message may hold content.
                log.warn(
                        "a listener of an answer failed: {}", failure.getClass().getName());
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable message = news.pollFirst();
        if (message == null) {
            delivering = false;
        }
        return message;
    }
}
