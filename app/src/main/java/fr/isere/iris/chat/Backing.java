package fr.isere.iris.chat;

import fr.isere.iris.verification.Finding;
import fr.isere.iris.verification.Findings;
import java.util.List;

/**
 * What stands behind the words of an answer.
 *
 * @param citations where its marks lead
 * @param findings what is precise in it, and what the sources say of that
 */
public record Backing(List<Citation> citations, List<Finding> findings) {

    /** Behind words that need none. */
    public static final Backing NONE = new Backing(List.of(), List.of());

    public Backing {
        citations = List.copyOf(citations);
        findings = List.copyOf(findings);
    }

    /** Behind an answer that was written from no source. */
    static Backing withoutSource(String answer) {
        return new Backing(List.of(), Findings.in(answer));
    }

    /** Behind an answer that could not be compared with its sources. */
    static Backing notAnalysed(String answer) {
        return new Backing(List.of(), Findings.notAnalysed(answer));
    }
}
