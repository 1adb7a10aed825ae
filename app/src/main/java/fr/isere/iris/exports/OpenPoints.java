package fr.isere.iris.exports;

import fr.isere.iris.verification.Evidence;
import fr.isere.iris.verification.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nobody checked, in words. */
final class OpenPoints {

    private static final int LONGEST = 300;

    private OpenPoints() {}

    /** One line each, in the order of the text; then the pages that do not support the sentence that cites them. */
    static List<String> lines(List<Finding> open, Sources sources) {
        List<String> lines = new ArrayList<>();
        open.forEach(finding -> lines.add(line(finding, sources)));
        for (SourceLine source : sources.all()) {
            if (!source.unsupported().isEmpty()) {
                lines.add("Phrases non retrouvées dans la page citée, " + source.called() + "\u00a0: p.\u00a0"
                        + Pages.list(source.unsupported()) + ".");
            }
        }
        return lines;
    }

    private static String line(Finding finding, Sources sources) {
        return kind(finding.kind()) + " «\u00a0" + shortened(finding.text()) + "\u00a0»\u00a0: "
                + verdict(finding, sources) + ".";
    }

    private static String kind(Finding.Kind kind) {
        return switch (kind) {
            case AMOUNT -> "Montant";
            case PERCENTAGE -> "Pourcentage";
            case DATE -> "Date";
            case DURATION -> "Durée";
            case REFERENCE -> "Référence";
            case NAME -> "Nom";
            case QUOTATION -> "Citation";
            case FIGURE -> "Chiffre";
            case TEXT -> "Passage";
        };
    }

    private static String verdict(Finding finding, Sources sources) {
        return switch (finding.verdict()) {
            case SUPPORTED -> "appuyé par les documents";
            case NOT_FOUND -> "introuvable dans les documents";
            case CONTRADICTED -> contradicted(finding.evidence(), sources);
            case NO_SOURCE -> "sans source";
            case NOT_ANALYSED -> "non analysé";
        };
    }

    private static String contradicted(@Nullable Evidence evidence, Sources sources) {
        return evidence == null
                ? "contredit par les documents"
                : "contredit par " + sources.place(evidence.documentId(), evidence.page()) + ", qui dit «\u00a0"
                        + shortened(evidence.text()) + "\u00a0»";
    }

    /** In one line, and no longer than one reads in a list. */
    private static String shortened(String text) {
        String line = Legible.of(text.replace('\n', ' ').replace('\t', ' ')).strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
