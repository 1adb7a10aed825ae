package fr.isere.iris.documents;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Revision;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in a document of nobody's once the application is ready, as a reader would tell it, stores it, reads it again and drops it, on a
 * thread of its own: the first person's document does not wait for code that never ran.
 */
@Component
@ConditionalOnProperty(name = "iris.documents.warm", matchIfMissing = true)
class FirstReading {

    private static final Logger log = LoggerFactory.getLogger(FirstReading.class);

    /** Measured: what more of them would spare the first document is lost in the noise. */
    private static final int ROUNDS = 10;

    /** When it ends if it cannot be dropped. */
    private static final Duration STAY = Duration.ofMinutes(1);

    private static final String NOBODY = "";

    private final DocumentStore documents;
    private final Ids ids;
    private final JsonMapper json;
    private final Clock clock;

    FirstReading(DocumentStore documents, Ids ids, JsonMapper json, Clock clock) {
        this.documents = documents;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::rounds, "first-reading");
        thread.setDaemon(true);
        thread.start();
    }

    /** Without effect where the store is away: the first document then takes longer. */
    void rounds() {
        String id = ids.next();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                keep(id, told());
            }
        } catch (IOException | RuntimeException e) {
            log.debug("The first document will take longer: {}", e.getClass().getName());
        }
    }

    /** The pages, after they were lines of a reader. */
    List<ReadPage> told() throws IOException {
        List<ReadPage> pages = new ArrayList<>();
        for (ReadPage page : SamplePages.all()) {
            byte[] line = json.writeValueAsBytes(new ReaderLine.Page(1, page.number(), page.origin(), page.blocks()));
            pages.add(((ReaderLine.Page) ReaderLine.parse(json, line)).page());
        }
        return pages;
    }

    /** Stores the pages, reads them again, and drops them: the store knows nothing of that id before and after. */
    List<ReadPage> keep(String id, List<ReadPage> pages) {
        Instant end = clock.instant().plus(STAY);
        DocumentState waiting = DocumentState.waiting("");
        try {
            Revision begun = documents.begin(NOBODY, id, waiting, end);
            DocumentState read = waiting.opened(DocumentKind.PDF, pages.size()).read(pages);
            if (documents.save(NOBODY, id, begun, read, pages, end).isEmpty()) {
                throw new IllegalStateException("somebody wrote to a document of nobody's");
            }
            return documents.pages(NOBODY, id);
        } finally {
            documents.drop(NOBODY, id);
        }
    }
}
