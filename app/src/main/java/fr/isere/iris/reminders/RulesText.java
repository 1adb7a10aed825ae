package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code reminders.yaml}, as it is written.
 *
 * @param lists words by name, for phrases that say {@code @name}
 * @param material phrases that announce a text to work on: what follows is not a request
 * @param units what is converted
 * @param reminders in their priority: a request gets the first that fits
 */
record RulesText(
        Map<String, List<String>> lists, List<String> material, List<UnitText> units, List<ReminderText> reminders) {

    /**
     * One reminder, when it comes, and requests that show it.
     *
     * @param mustAcknowledge whether the server insists; null for not
     * @param openData whether it leads to the Département's figures; null for not
     * @param computes whether it comes with a result where one can be computed; null for not
     * @param only all words that such a request is made of; null for any
     * @param when phrases, one of which is enough
     * @param unless phrases that excuse the sentence they stand in; null for none
     * @param examples requests that deserve it
     * @param counterExamples requests that look alike, and do not
     */
    record ReminderText(
            String kind,
            String title,
            String text,
            @Nullable Boolean mustAcknowledge,
            @Nullable Boolean openData,
            @Nullable Boolean computes,
            @Nullable List<String> only,
            List<String> when,
            @Nullable List<String> unless,
            List<String> examples,
            List<String> counterExamples) {}

    /**
     * A unit that people convert.
     *
     * @param names as they write it, without accents; the first is the one that results are told in
     * @param of what it measures: units of the same are converted into each other
     * @param factor how many of the smallest unit it is worth
     */
    record UnitText(List<String> names, String of, BigDecimal factor) {}
}
