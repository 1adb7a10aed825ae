package fr.isere.iris.bias;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that have two genders. Those that the list has, in both numbers; and by the form of others, where French is regular. */
final class Forms {

    /** Endings, feminine and masculine, that are never a word's of one gender alone where a person's quality stands. */
    private static final List<List<String>> REGULAR =
            List.of(List.of("ée", "é"), List.of("ive", "if"), List.of("euse", "eux"), List.of("ienne", "ien"));

    private static final int SHORTEST = 4;

    /** Words that only look so. */
    private static final Set<String> NOT_REGULAR = Set.of(
            "deux",
            "ceux",
            "peux",
            "veux",
            "mieux",
            "vieux",
            "lieux",
            "yeux",
            "feux",
            "jeux",
            "rien",
            "bien",
            "combien",
            "lien",
            "soutien",
            "maintien",
            "entretien",
            "tarif",
            "motif",
            "objectif",
            "côté",
            "société",
            "santé",
            "qualité",
            "idée",
            "année",
            "journée",
            "durée",
            "entrée",
            "arrivée",
            "dispositif",
            "effectif",
            "gré",
            "malgré");

    private final Map<String, Form> forms = new HashMap<>();

    Forms(List<List<String>> pairs) {
        pairs.forEach(pair -> {
            add(pair.get(0), pair.get(1), false);
            add(plural(pair.get(0)), plural(pair.get(1)), true);
        });
    }

    private void add(String feminine, String masculine, boolean isPlural) {
        if (feminine.equals(masculine)) {
            forms.putIfAbsent(feminine, new Form(feminine, Gender.UNTOLD, isPlural));
            return;
        }
        forms.put(feminine, new Form(masculine, Gender.FEMININE, isPlural));
        forms.put(masculine, new Form(feminine, Gender.MASCULINE, isPlural));
    }

    /** One of the list. */
    Optional<Form> of(Token word) {
        return Optional.ofNullable(forms.get(word.lower()));
    }

    /** One of the list, or one whose ending says it: for a place where a person's quality stands. */
    Optional<Form> orRegular(Token word) {
        Optional<Form> listed = of(word);
        return listed.isPresent() ? listed : regular(word.lower());
    }

    private static Optional<Form> regular(String word) {
        boolean isPlural = word.endsWith("s");
        String stem = isPlural ? word.substring(0, word.length() - 1) : word;
        if (stem.length() < SHORTEST || NOT_REGULAR.contains(word) || NOT_REGULAR.contains(stem)) {
            return Optional.empty();
        }
        for (List<String> pair : REGULAR) {
            for (int side = 0; side < 2; side++) {
                String ending = pair.get(side);
                if (stem.endsWith(ending)) {
                    String other = stem.substring(0, stem.length() - ending.length()) + pair.get(1 - side);
                    Gender gender = side == 0 ? Gender.FEMININE : Gender.MASCULINE;
                    return Optional.of(new Form(isPlural ? plural(other) : other, gender, isPlural));
                }
            }
        }
        return Optional.empty();
    }

    private static String plural(String word) {
        if (word.endsWith("s") || word.endsWith("x")) {
            return word;
        }
        return word.endsWith("eau") ? word + "x" : word + "s";
    }
}
