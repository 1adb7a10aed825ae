package fr.isere.iris.releases;

import fr.isere.iris.retention.Signals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Tells browsers that the releases changed, on whatever instance: a number, and nothing of what; they ask for the rest. */
@Component
class ReleaseEvents {

    private static final long BEAT_S = 10;

    /** Then the browser asks anew, with a session that is looked at again. */
    private static final long LONGEST_NS = TimeUnit.MINUTES.toNanos(30);

    /** News of progress come often: so long they are gathered. */
    private static final long GATHER_MS = 300;

    private static final MediaType EVENT_STREAM = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private final DeploymentHere here;
    private final Set<Semaphore> readers = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    ReleaseEvents(DeploymentHere here) {
        this.here = here;
    }

    ResponseEntity<StreamingResponseBody> response(HttpServletResponse servlet) {
        return ResponseEntity.ok()
                .contentType(EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // For reverse proxies that gather answers before they pass them on.
                .header("X-Accel-Buffering", "no")
                .body(browser -> tell(browser, servlet));
    }

    private void tell(OutputStream browser, HttpServletResponse servlet) throws IOException {
        Semaphore news = new Semaphore(1);
        readers.add(news);
        Signals.Subscription told = here.whenTold(news::release);
        long end = System.nanoTime() + LONGEST_NS;
        try {
            while (!stopping && System.nanoTime() < end) {
                boolean isNew = news.tryAcquire(BEAT_S, TimeUnit.SECONDS);
                news.drainPermits();
                String text = isNew ? "event: changed\ndata: {\"revision\":" + here.revision() + "}\n\n" : ":\n\n";
                browser.write(text.getBytes(StandardCharsets.UTF_8));
                servlet.flushBuffer();
                TimeUnit.MILLISECONDS.sleep(GATHER_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            told.close();
            readers.remove(news);
        }
    }

    /** Before the web server waits for requests to end. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        readers.forEach(Semaphore::release);
    }
}
