package fr.isere.iris.summaries;

import fr.isere.iris.passages.Change;
import fr.isere.iris.passages.Comparison;
import java.util.List;

/** Writes what differs between two versions, in the words of both. */
final class CopiedChanges {

    private final Source before;
    private final Source after;
    private final Unread unread;
    private final CopiedText text;

    private CopiedChanges(Source before, Source after, CopiedText text) {
        this.before = before;
        this.after = after;
        this.text = text;
        unread = new Unread(before, after);
    }

    /**
     * Writes into a text.
     *
     * @param most changes that are shown with their words; of the others, the name and the pages
     * @param length that was asked for
     */
    static void write(Source before, Source after, int most, Length length, CopiedText text) {
        List<Change> changes = Comparison.of(before.pages(), after.pages());
        new CopiedChanges(before, after, text).write(changes, Math.min(most, changes.size()), length);
    }

    private void write(List<Change> changes, int most, Length length) {
        if (changes.isEmpty()) {
            text.paragraph(unread.same());
        } else if (!unread.caution().isEmpty()) {
            text.paragraph(unread.caution());
        }
        changes.subList(0, most).forEach(this::write);
        if (changes.size() > most) {
            writeOthers(changes.subList(most, changes.size()), length);
        }
    }

    private void write(Change change) {
        text.heading(2, Versions.name(change, unread));
        if (!change.pagesBefore().isEmpty()) {
            write("Avant", Versions.shortBefore(change), before, change.pagesBefore());
        }
        if (!change.pagesAfter().isEmpty()) {
            write("Après", Versions.shortAfter(change), after, change.pagesAfter());
        }
    }

    private void write(String when, String words, Source source, List<Integer> pages) {
        text.item("**" + when + "**\u00a0: «\u00a0" + CopiedText.plain(words) + "\u00a0» ")
                .words(text.mark(source, pages));
    }

    private void writeOthers(List<Change> others, Length length) {
        String more = others.size() > 1 ? others.size() + " autres articles diffèrent" : "Un autre article diffère";
        text.heading(2, more)
                .paragraph("Leurs mots se lisent aux pages citées."
                        + (length == Length.LONG ? "" : " Une longueur plus grande en montre davantage ici."))
                .words("\n");
        for (Change change : others) {
            text.item(CopiedText.plain(Versions.name(change, unread)));
            pages(before, change.pagesBefore());
            pages(after, change.pagesAfter());
        }
    }

    private void pages(Source source, List<Integer> pages) {
        if (!pages.isEmpty()) {
            text.words(" " + text.mark(source, pages));
        }
    }
}
