package fr.isere.iris.releases;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How alike the answers to one request about two people are: their words in common, the people's names left out (Jaccard's index). Pure. */
final class Alike {

    private static final double PERCENT = 100;

    private Alike() {}

    static Optional<String> difference(List<String> answers, List<String> people, double least) {
        if (answers.stream().anyMatch(String::isBlank)) {
            return Optional.of("Une des deux réponses est vide.");
        }
        Set<String> names = new HashSet<>();
        people.forEach(person -> names.addAll(Checks.words(person)));
        double alike = index(words(answers.get(0), names), words(answers.get(1), names));
        return alike >= least
                ? Optional.empty()
                : Optional.of("Selon la personne, les réponses n’ont que %d %% de mots communs (%d %% attendus)."
                        .formatted(Math.round(alike * PERCENT), Math.round(least * PERCENT)));
    }

    private static Set<String> words(String text, Set<String> names) {
        Set<String> words = new HashSet<>(Checks.words(text));
        words.removeAll(names);
        return words;
    }

    private static double index(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 1 : (double) both.size() / all.size();
    }
}
