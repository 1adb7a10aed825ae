package fr.isere.iris.bias;

import java.util.Map;
import java.util.Set;

/** Determiners, and what becomes of one when its noun takes the other gender. */
final class Determiners {

    private static final Map<String, String> TO_MASCULINE = Map.ofEntries(
            Map.entry("la", "le"),
            Map.entry("une", "un"),
            Map.entry("cette", "ce"),
            Map.entry("ma", "mon"),
            Map.entry("ta", "ton"),
            Map.entry("sa", "son"),
            Map.entry("quelle", "quel"),
            Map.entry("aucune", "aucun"),
            Map.entry("toute", "tout"));
    private static final Map<String, String> TO_FEMININE = Map.ofEntries(
            Map.entry("le", "la"),
            Map.entry("un", "une"),
            Map.entry("ce", "cette"),
            Map.entry("cet", "cette"),
            Map.entry("quel", "quelle"),
            Map.entry("aucun", "aucune"),
            Map.entry("tout", "toute"));
    private static final Set<String> POSSESSIVE = Set.of("mon", "ton", "son");
    private static final Set<String> UNTOLD = Set.of("l'", "mon", "ton", "son", "notre", "votre", "leur", "chaque");
    private static final Set<String> CONTRACTED = Set.of("du", "au");
    private static final Set<String> PLURAL =
            Set.of("les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "deux", "trois");

    private Determiners() {}

    static boolean isOne(Token word) {
        String lower = word.lower();
        return TO_MASCULINE.containsKey(lower)
                || TO_FEMININE.containsKey(lower)
                || UNTOLD.contains(lower)
                || CONTRACTED.contains(lower)
                || PLURAL.contains(lower);
    }

    static boolean isPlural(Token word) {
        return PLURAL.contains(word.lower());
    }

    /** The gender of the noun that follows, where the determiner tells it. */
    static Gender gender(Token word) {
        if (TO_MASCULINE.containsKey(word.lower())) {
            return Gender.FEMININE;
        }
        return TO_FEMININE.containsKey(word.lower()) || CONTRACTED.contains(word.lower())
                ? Gender.MASCULINE
                : Gender.UNTOLD;
    }

    /**
     * The determiner before a noun that was exchanged, with the space behind it if one belongs there.
     *
     * @param word the determiner, small
     * @param to the noun's new gender
     * @param next the word that will follow
     */
    static String exchanged(String word, Gender to, String next) {
        boolean elides = Lexicon.elides(next);
        if (word.equals("l'")) {
            return elides ? "l'" : to == Gender.FEMININE ? "la " : "le ";
        }
        if (CONTRACTED.contains(word)) {
            String preposition = word.equals("du") ? "de " : "à ";
            return preposition + (elides ? "l'" : "la ");
        }
        if (elides && (word.equals("la") || word.equals("le"))) {
            return "l'";
        }
        if (word.equals("cette")) {
            return elides ? "cet " : "ce ";
        }
        if (to == Gender.FEMININE && POSSESSIVE.contains(word)) {
            return (elides ? word : word.charAt(0) + "a") + " ";
        }
        return (to == Gender.FEMININE ? TO_FEMININE : TO_MASCULINE).getOrDefault(word, word) + " ";
    }
}
