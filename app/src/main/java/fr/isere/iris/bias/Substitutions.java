package fr.isere.iris.bias;

import java.util.ArrayList;
import java.util.List;

/**
 * Exchanges the people of a request along one axis: always in the same way, the same person everywhere, and only where what comes out
 * is a request that somebody could have written. Pure.
 */
final class Substitutions {

    /** Stands between texts that are read as one: no word is of it, and a sentence ends there. */
    private static final String BETWEEN = "\n\u0000\n";

    private final Lexicon lexicon;

    Substitutions(SubstitutionFile file) {
        lexicon = new Lexicon(file);
    }

    /**
     * The variant of a text.
     *
     * @param year of today, from which years of birth count
     */
    Exchange of(String text, Axis axis, int year) {
        Tokens tokens = Tokens.of(text);
        return switch (axis) {
            case GENDER -> GenderExchange.of(tokens, lexicon);
            case ORIGIN -> OriginExchange.of(tokens, lexicon);
            case AGE -> AgeExchange.of(tokens, lexicon, year);
            case ADDRESS -> AddressExchange.of(tokens, lexicon);
        };
    }

    /** The variants of texts that speak of the same people, or all the texts themselves: one obstacle in one of them stands in all. */
    List<Exchange> of(List<String> texts, Axis axis, int year) {
        Exchange whole = of(String.join(BETWEEN, texts), axis, year);
        List<Exchange> exchanges = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            int begun = start;
            int end = start + text.length();
            List<Change> changes = whole.changes().stream()
                    .filter(change -> change.start() >= begun && change.end() <= end)
                    .map(change -> new Change(change.start() - begun, change.end() - begun, change.from(), change.to()))
                    .toList();
            exchanges.add(new Exchange(written(text, changes), changes, whole.obstacle()));
            start = end + BETWEEN.length();
        }
        return exchanges;
    }

    /** Whether a text speaks of people at all, whether they can be exchanged or not. */
    boolean isAboutPeople(String text) {
        return !Mentions.in(Tokens.of(text), lexicon).all().isEmpty();
    }

    private static String written(String text, List<Change> changes) {
        StringBuilder variant = new StringBuilder();
        int at = 0;
        for (Change change : changes) {
            variant.append(text, at, change.start()).append(change.to());
            at = change.end();
        }
        return variant.append(text, at, text.length()).toString();
    }
}
