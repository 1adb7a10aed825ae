package fr.isere.iris.summaries;

import fr.isere.iris.passages.Change;
import fr.isere.iris.passages.Comparison;
import java.util.List;

/** Writes what differs between two versions, in the words of both. */
final class CopiedChanges {

    private CopiedChanges() {}

    /** @param most changes that are shown; how many more there are is said */
    static void write(Source before, Source after, int most, CopiedText text) {
        List<Change> changes = Comparison.of(before.pages(), after.pages());
        if (changes.isEmpty()) {
            text.paragraph(ChangeMatter.NONE);
        }
        for (Change change : changes.subList(0, Math.min(most, changes.size()))) {
            text.heading(2, Versions.name(change));
            if (!change.pagesBefore().isEmpty()) {
                write("Avant", Versions.shortBefore(change), before, change.pagesBefore(), text);
            }
            if (!change.pagesAfter().isEmpty()) {
                write("Après", Versions.shortAfter(change), after, change.pagesAfter(), text);
            }
        }
        if (changes.size() > most) {
            int more = changes.size() - most;
            text.paragraph(more + (more > 1 ? " autres articles diffèrent" : " autre article diffère")
                    + "\u00a0: demandez une longueur plus grande pour les lire.");
        }
    }

    private static void write(String when, String words, Source source, List<Integer> pages, CopiedText text) {
        text.item("**" + when + "**\u00a0: «\u00a0" + CopiedText.plain(words) + "\u00a0» ")
                .words(text.mark(source, pages));
    }
}
