package fr.isere.iris.summaries;

import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.verification.Verification;
import java.util.ArrayList;
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

    private static final int ROUNDS = 3;
    private static final int PAGES = 40;
    static final int SENTENCES = 15;
    private static final List<String> WORDS =
            List.of(("le conseil départemental vote les crédits de la section d'investissement"
                            + " prévus à l'article L. 3312-1 du code général des collectivités territoriales pour 14,2 millions d'euros"
                            + " avant le 31 décembre 2026 et transmet au préfet la délibération de la commission permanente")
                    .split(" ", -1));

    @EventListener(ApplicationReadyEvent.class)
    void write() {
        Thread thread = new Thread(FirstExtract::rounds, "first-extract");
        thread.setDaemon(true);
        thread.start();
    }

    private static void rounds() {
        for (int round = 0; round < ROUNDS; round++) {
            Verification.of(copied().toString(), Map.of("", pages()));
        }
    }

    /** What an extract would be of its text. */
    static CopiedText copied() {
        ReadDocument document = new ReadDocument("", "", "", 1, "", PAGES, List.of(), true);
        CopiedText text = new CopiedText(false);
        CopiedSentences.write(List.of(new Source(document, pages())), SENTENCES, text);
        return text;
    }

    private static List<ReadPage> pages() {
        List<ReadPage> pages = new ArrayList<>();
        for (int number = 1; number <= PAGES; number++) {
            List<Block> blocks = new ArrayList<>(List.of(Block.heading(2, "Article L. " + number + "-1")));
            for (int paragraph = 0; paragraph < 6; paragraph++) {
                blocks.add(Block.paragraph(sentence(number * 7 + paragraph) + " " + sentence(number + paragraph * 5)));
            }
            pages.add(new ReadPage(number, ReadPage.Origin.TEXT, blocks));
        }
        return pages;
    }

    /** Of words in an order of its own, so that no two are alike. */
    private static String sentence(int seed) {
        StringBuilder text = new StringBuilder("Considérant");
        for (int i = 1; i <= 18; i++) {
            text.append(' ').append(WORDS.get((seed + i * (1 + seed % 5)) % WORDS.size()));
        }
        return text.append('.').toString();
    }
}
