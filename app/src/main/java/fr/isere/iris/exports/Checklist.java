package fr.isere.iris.exports;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.verification.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * What became of each thing in an answer that deserved checking. None is lost: it is supported, was ticked, or leaves with the
 * document as still to be checked.
 *
 * @param supported how many the sources support
 * @param checked how many the person ticked
 * @param open the others, in the order of the text
 */
record Checklist(int supported, int checked, List<Finding> open) {

    Checklist {
        open = List.copyOf(open);
    }

    /**
     * Done, if every finding that is open is one that the person leaves open knowingly.
     *
     * @param ticked the starts of those that were checked
     * @param leftOpen the starts of those that she leaves
     * @throws ProblemException {@code export-checklist-open} (409) if there are others; {@code check-unknown} (400) for a start
     *     that no finding has
     */
    static Checklist done(List<Finding> findings, Set<Integer> ticked, Set<Integer> leftOpen) {
        Set<Integer> starts = findings.stream().map(Finding::start).collect(Collectors.toSet());
        if (!starts.containsAll(leftOpen)) {
            throw new ProblemException("check-unknown", HttpStatus.BAD_REQUEST);
        }
        List<Finding> unsupported = findings.stream()
                .filter(finding -> finding.verdict() != Finding.Verdict.SUPPORTED)
                .toList();
        List<Finding> open = unsupported.stream()
                .filter(finding -> !ticked.contains(finding.start()))
                .toList();
        long unsaid = open.stream()
                .filter(finding -> !leftOpen.contains(finding.start()))
                .count();
        if (unsaid > 0) {
            throw new ProblemException("export-checklist-open", HttpStatus.CONFLICT, unsaid);
        }
        return new Checklist(findings.size() - unsupported.size(), unsupported.size() - open.size(), open);
    }
}
