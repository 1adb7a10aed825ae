package fr.isere.iris.reminders;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When one reminder comes, compiled. */
final class Rule {

    private static final int LONGEST_OF_KNOWN_WORDS = 16;

    /** Phrases that must all be found, the first in a sentence that nothing excuses, the others anywhere. */
    private record Condition(List<Phrase> phrases) {

        boolean isMetBy(List<List<Token>> request, List<Phrase> unless) {
            boolean asked = request.stream()
                    .filter(sentence -> phrases.get(0).isIn(sentence))
                    .anyMatch(sentence -> unless.stream().noneMatch(excuse -> excuse.isIn(sentence)));
            return asked
                    && phrases.stream()
                            .skip(1)
                            .allMatch(phrase -> request.stream().anyMatch(phrase::isIn));
        }
    }

    private final RulesText.ReminderText text;
    private final List<Condition> when;
    private final List<Phrase> unless;
    private final Set<String> only;

    private Rule(RulesText.ReminderText text, List<Condition> when, List<Phrase> unless, Set<String> only) {
        this.text = text;
        this.when = when;
        this.unless = unless;
        this.only = only;
    }

    /** @throws IllegalArgumentException for a phrase that is none */
    static Rule of(RulesText.ReminderText text, Map<String, List<String>> lists, Tokens tokens) {
        List<Condition> when = text.when().stream()
                .map(written -> new Condition(phrases(Arrays.asList(written.split(" & ", -1)), lists, tokens)))
                .toList();
        Set<String> only = new HashSet<>();
        if (text.only() != null) {
            text.only().forEach(word -> tokens.in(word).forEach(token -> only.add(token.form())));
        }
        List<String> unless = text.unless() == null ? List.of() : text.unless();
        return new Rule(text, when, phrases(unless, lists, tokens), only);
    }

    static List<Phrase> phrases(List<String> written, Map<String, List<String>> lists, Tokens tokens) {
        return written.stream().map(one -> Phrase.of(one, lists, tokens)).toList();
    }

    RulesText.ReminderText text() {
        return text;
    }

    boolean mustAcknowledge() {
        return Boolean.TRUE.equals(text.mustAcknowledge());
    }

    boolean computes() {
        return Boolean.TRUE.equals(text.computes());
    }

    boolean isDeservedBy(List<List<Token>> request) {
        return (text.only() == null || isMadeOfKnownWords(request))
                && when.stream().anyMatch(condition -> condition.isMetBy(request, unless));
    }

    private boolean isMadeOfKnownWords(List<List<Token>> request) {
        long words = request.stream().mapToLong(List::size).sum();
        return words <= LONGEST_OF_KNOWN_WORDS
                && request.stream().flatMap(List::stream).allMatch(token -> only.contains(token.form()));
    }
}
