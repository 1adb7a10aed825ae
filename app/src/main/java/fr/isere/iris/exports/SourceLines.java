package fr.isere.iris.exports;

import fr.isere.iris.chat.Citation;
import fr.isere.iris.chat.Consulted;
import fr.isere.iris.chat.GivenAnswer;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.verification.Evidence;
import fr.isere.iris.verification.Finding;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds what an answer stands on: which documents, and which of their pages. */
@Component
class SourceLines {

    private final Documents documents;

    SourceLines(Documents documents) {
        this.documents = documents;
    }

    /** The documents that were read for an answer or that it cites, by number. */
    Sources of(CurrentUser user, GivenAnswer answer) {
        Set<String> ids = new LinkedHashSet<>();
        answer.consulted().forEach(consulted -> ids.add(consulted.documentId()));
        answer.citations().forEach(citation -> ids.add(citation.documentId()));
        for (Finding finding : answer.findings()) {
            Evidence evidence = finding.evidence();
            if (evidence != null) {
                ids.add(evidence.documentId());
            }
        }
        Sources sources = new Sources();
        ids.forEach(id -> sources.put(id, line(answer, id, find(user, id))));
        return sources;
    }

    private SourceLine line(GivenAnswer answer, String id, Optional<ReadDocument> document) {
        Optional<Consulted> consulted = answer.consulted().stream()
                .filter(one -> one.documentId().equals(id))
                .findFirst();
        return new SourceLine(
                document.map(ReadDocument::number).orElse(null),
                document.map(ReadDocument::name).orElse(null),
                pages(answer, id, citation -> true),
                pages(answer, id, citation -> citation.spans().isEmpty()),
                consulted.map(one -> one.pages().size()).orElse(0),
                consulted.map(Consulted::of).orElse(0),
                document.map(ReadDocument::paged).orElse(true));
    }

    private static List<Integer> pages(GivenAnswer answer, String id, Predicate<Citation> which) {
        return answer.citations().stream()
                .filter(citation -> citation.documentId().equals(id))
                .filter(which)
                .map(Citation::page)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** None once it is erased: the answer outlives it, and says so. */
    private Optional<ReadDocument> find(CurrentUser user, String id) {
        try {
            return documents.ownedBy(user, List.of(id)).stream().findFirst();
        } catch (ProblemException e) {
            if (e.status().is4xxClientError()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
