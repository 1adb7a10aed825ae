package fr.isere.iris.charter;

import java.time.LocalDate;
import java.util.List;

/**
 * A version of the charter, as {@code charter.yaml} has it.
 *
 * @param version its name; whoever accepted another one is asked again
 * @param date when it came into force
 * @param title of the page that shows it
 * @param introduction before the rules
 * @param reminder the sentence that stands under every generated text
 * @param rules in their order
 * @param changes what each version brought, the newest first
 */
record CharterText(
        String version,
        LocalDate date,
        String title,
        String introduction,
        String reminder,
        List<Rule> rules,
        List<Change> changes) {

    /** One rule and a case that makes it plain. */
    record Rule(int number, String title, String text, String example) {}

    /** What one version brought. */
    record Change(String version, LocalDate date, String summary) {}

    /** What came after a version; everything when that version is not known. */
    List<Change> changesSince(String accepted) {
        return changes.stream()
                .takeWhile(change -> !change.version().equals(accepted))
                .toList();
    }
}
