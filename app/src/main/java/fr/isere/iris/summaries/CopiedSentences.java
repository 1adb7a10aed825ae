package fr.isere.iris.summaries;

import fr.isere.iris.chat.Citation;
import fr.isere.iris.passages.Extract;
import fr.isere.iris.passages.Extracted;
import fr.isere.iris.passages.FrenchText;
import java.util.List;

/** Writes the sentences that say most of documents, under the headings that they stand under. */
final class CopiedSentences {

    private static final int FEWEST = 3;

    private CopiedSentences() {}

    /** @param sentences at most so many of all documents together, though each has a few */
    static void write(List<Source> sources, int sentences, CopiedText text) {
        int each = Math.max(FEWEST, sentences / sources.size());
        for (Source source : sources) {
            if (sources.size() > 1) {
                text.heading(
                        2,
                        "Document " + source.number() + "\u00a0: "
                                + source.document().name());
            }
            List<Extracted> found = Extract.of(source.pages(), each, FrenchText.load());
            if (found.isEmpty()) {
                text.paragraph("Ce document n’a aucune phrase à recopier.");
            }
            write(source, found, sources.size() > 1 ? 3 : 2, text);
        }
    }

    private static void write(Source source, List<Extracted> found, int level, CopiedText text) {
        List<String> path = List.of();
        boolean begun = false;
        for (Extracted sentence : found) {
            if (!sentence.path().equals(path)) {
                path = sentence.path();
                text.heading(level, String.join(" › ", path));
            } else if (!begun) {
                text.words("\n");
            }
            begun = true;
            text.item("")
                    .copied(
                            sentence.text(),
                            source,
                            sentence.page(),
                            List.of(new Citation.Span(sentence.block(), sentence.from(), sentence.to())));
        }
    }
}
