package fr.isere.iris.questions;

import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.passages.Quoted;
import java.util.stream.Collectors;

/** What is answered when nothing in the documents bears on a question. */
final class Unsaid {

    private Unsaid() {}

    static String in(Library library) {
        String first =
                library.documents().size() > 1 ? "Les documents ne le disent pas." : "Le document ne le dit pas.";
        String where = library.documents().stream()
                .map(Library.Shelved::document)
                .map(Unsaid::described)
                .collect(Collectors.joining("\n"));
        return first
                + "\n\nIRIS a cherché les mots de votre question, sans interroger de modèle, et ne les a trouvés dans aucune page lue\u00A0:\n\n"
                + where
                + "\n\nReformulez avec les mots que le document emploie, ou vérifiez dans le document lui-même.";
    }

    private static String described(ReadDocument document) {
        String unread = document.unreadable().isEmpty()
                ? ""
                : "\u00A0; illisibles, non lues\u00A0: "
                        + document.unreadable().stream().map(String::valueOf).collect(Collectors.joining(", "));
        int read = document.pages() - document.unreadable().size();
        // The next question gives a model this answer as its own words, outside the marks of quoted material.
        return "- «\u00A0" + Quoted.harmless(document.name()) + "\u00A0»\u00A0: " + read
                + (read > 1 ? " pages lues" : " page lue") + " sur " + document.pages() + unread;
    }
}
