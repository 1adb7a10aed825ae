package fr.isere.iris.summaries;

import fr.isere.iris.passages.Change;
import java.util.List;

/** What a comparison of two versions cannot know, since pages of them could not be read: what is missing may stand there. */
record Unread(Source before, Source after) {

    /** Where no page was left unread. */
    static final String SAME = "Les deux versions ont le même texte, article par article.";

    private static final String SAME_WHERE_READ =
            "Les pages lues des deux versions ont le même texte, article par article.";

    /** What happened to an article, as far as is known. */
    String kind(Change change) {
        return switch (change.kind()) {
            case ADDED -> "ajouté" + (isWhole(before) ? "" : ", ou sur une page non lue de l’ancienne version");
            case REMOVED -> "supprimé" + (isWhole(after) ? "" : ", ou sur une page non lue de la nouvelle version");
            case CHANGED -> "modifié" + (mayGoOnUnread(change) ? ", à côté d’une page non lue" : "");
        };
    }

    /** That nothing differs. */
    String same() {
        return isWhole(before) && isWhole(after) ? SAME : SAME_WHERE_READ;
    }

    /** What a reader must know of what is said to be added or removed; empty if all was read. */
    String caution() {
        return isWhole(before) && isWhole(after)
                ? ""
                : "Des pages n’ont pas pu être lues\u00a0: ce qui est dit ajouté, supprimé ou modifié peut s’y trouver. Vérifiez-le dans les documents.";
    }

    private static boolean isWhole(Source source) {
        return source.document().unreadable().isEmpty();
    }

    private boolean mayGoOnUnread(Change change) {
        return isNearUnread(before, change.pagesBefore()) || isNearUnread(after, change.pagesAfter());
    }

    private static boolean isNearUnread(Source source, List<Integer> pages) {
        return !pages.isEmpty()
                && source.document().unreadable().stream()
                        .anyMatch(page -> page >= pages.get(0) - 1 && page <= pages.get(pages.size() - 1) + 1);
    }
}
