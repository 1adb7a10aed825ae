package fr.isere.iris.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /**
     * What one version brought.
     *
     * @param rules those that it wrote anew; null for none
     */
    record Change(
            String version,
            LocalDate date,
            String summary,
            @Nullable List<Rewritten> rules) {}

    /**
     * A rule that a version wrote anew.
     *
     * @param before its text until then; null for a rule that there was not
     */
    record Rewritten(int number, @Nullable String before) {}

    /** What came after a version; everything when that version is not known. */
    List<Change> changesSince(String accepted) {
        return changes.stream()
                .takeWhile(change -> !change.version().equals(accepted))
                .toList();
    }

    /** How the rules were worded in a version, where they are worded otherwise now; several versions may lie in between. */
    List<Rewritten> rewrittenSince(String accepted) {
        Map<Integer, Rewritten> oldest = new TreeMap<>();
        // From the newest on: the oldest of the wordings is the one that was accepted.
        for (Change change : changesSince(accepted)) {
            if (change.rules() != null) {
                change.rules().forEach(rule -> oldest.put(rule.number(), rule));
            }
        }
        Map<Integer, String> now = new TreeMap<>();
        rules.forEach(rule -> now.put(rule.number(), rule.text()));
        // What was changed and changed back is as it was; what was dropped is told in words.
        return oldest.values().stream()
                .filter(rule -> now.containsKey(rule.number())
                        && !now.get(rule.number()).equals(rule.before()))
                .toList();
    }
}
