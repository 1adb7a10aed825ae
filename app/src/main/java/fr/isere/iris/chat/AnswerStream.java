package fr.isere.iris.chat;

import fr.isere.iris.retention.EventLog;
import fr.isere.iris.retention.EventLog.Event;
import fr.isere.iris.retention.Signals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Shows an answer's events to one browser, from any point, in the form of server-sent events. It reads the answer's log like every
 * other reader, on whatever instance: it can be slow, leave and come back without the generation noticing.
 */
@Component
class AnswerStream {

    private static final long LOOK_MS = 1000;
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final MediaType EVENT_STREAM = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private final AnswerRecords records;
    private final Answers answers;
    private final ChatSettings settings;

    AnswerStream(AnswerRecords records, Answers answers, ChatSettings settings) {
        this.records = records;
        this.answers = answers;
        this.settings = settings;
    }

    /** The answer to an HTTP request that shows this answer's events after number {@code after}. */
    ResponseEntity<StreamingResponseBody> response(AnswerRecord answer, long after, HttpServletResponse servlet) {
        return ResponseEntity.ok()
                .contentType(EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // For reverse proxies that gather answers before they pass them on.
                .header("X-Accel-Buffering", "no")
                .body(browser -> copy(answer, after, new Browser(browser, servlet)));
    }

    private void copy(AnswerRecord answer, long after, Browser browser) throws IOException {
        Semaphore wake = new Semaphore(0);
        Signals.Subscription subscription = records.log(answer).whenAppended(wake::release);
        try {
            new Reading(answer, after, browser, wake).go();
        } catch (InterruptedException e) {
            // The instance stops: the browser resumes on another.
            Thread.currentThread().interrupt();
        } finally {
            subscription.close();
        }
    }

    /**
     * The way to a browser. Spring's stream ignores {@code flush()}, so that converters cannot spoil a content length; here every event
     * must leave at once, which is asked of the servlet.
     */
    private record Browser(OutputStream body, HttpServletResponse servlet) {

        void write(String text) throws IOException {
            body.write(text.getBytes(StandardCharsets.UTF_8));
        }

        void flush() throws IOException {
            servlet.flushBuffer();
        }
    }

    /** One browser's reading of one answer. */
    private final class Reading {

        private final AnswerRecord answer;
        private final EventLog.Log log;
        private final Browser browser;
        private final Semaphore wake;
        private final long beatNanos;
        private long after;
        private long nextBeat;
        private long lastSeenStore = System.nanoTime();

        Reading(AnswerRecord answer, long after, Browser browser, Semaphore wake) {
            this.answer = answer;
            this.log = records.log(answer);
            this.after = after;
            this.browser = browser;
            this.wake = wake;
            this.beatNanos = Math.min(BEAT_NANOS, settings.grace().toNanos() / 3);
            this.nextBeat = System.nanoTime();
        }

        void go() throws IOException, InterruptedException {
            while (true) {
                try {
                    if (showNew()) {
                        return;
                    }
                    beat();
                    lastSeenStore = System.nanoTime();
                } catch (DataAccessException e) {
                    if (System.nanoTime() - lastSeenStore > PATIENCE_NANOS) {
                        // The browser asks again, is told that the store is away, and shows it.
                        return;
                    }
                }
                wake.tryAcquire(LOOK_MS, TimeUnit.MILLISECONDS);
                wake.drainPermits();
            }
        }

        /** Writes what is new; true if it was the last, or if the answer is erased. */
        private boolean showNew() throws IOException {
            List<Event> events = log.read(after);
            for (Event event : events) {
                browser.write(
                        "id: " + event.number() + "\nevent: " + event.type() + "\ndata: " + event.data() + "\n\n");
                after = event.number();
                if (AnswerEvents.isLast(event.type())) {
                    browser.flush();
                    return true;
                }
            }
            if (!events.isEmpty()) {
                browser.flush();
                return false;
            }
            return !records.stands(answer) || isOverWithoutSaying();
        }

        /** A log whose end this reader has seen already, or whose writer died long ago, brings nothing more. */
        private boolean isOverWithoutSaying() {
            return !answers.isAlive(answer) && log.last() <= after;
        }

        private void beat() throws IOException {
            if (System.nanoTime() < nextBeat) {
                return;
            }
            browser.write(":\n\n");
            browser.flush();
            records.someoneReads(answer.id());
            nextBeat = System.nanoTime() + beatNanos;
        }
    }
}
