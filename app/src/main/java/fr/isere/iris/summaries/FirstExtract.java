package fr.isere.iris.summaries;

import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.documents.SamplePages;
import fr.isere.iris.verification.Verification;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Copies sentences of a text of its own once the application is ready, on a thread of its own: the first person who asks for an extract
 * does not wait for the language models to be loaded.
 */
@Component
@ConditionalOnProperty(name = "iris.documents.warm", matchIfMissing = true)
class FirstExtract {

    private static final int ROUNDS = 10;
    static final int SENTENCES = 15;

    @EventListener(ApplicationReadyEvent.class)
    void write() {
        Thread thread = new Thread(FirstExtract::rounds, "first-extract");
        thread.setDaemon(true);
        thread.start();
    }

    private static void rounds() {
        for (int round = 0; round < ROUNDS; round++) {
            Verification.of(copied().toString(), Map.of("", SamplePages.all()));
        }
    }

    /** What an extract would be of its text. */
    static CopiedText copied() {
        ReadDocument document = new ReadDocument("", "", "", 1, "", SamplePages.COUNT, List.of(), true);
        CopiedText text = new CopiedText(false);
        CopiedSentences.write(List.of(new Source(document, SamplePages.all())), SENTENCES, text);
        return text;
    }
}
