package fr.isere.iris.bias;

import fr.isere.iris.bias.SubstitutionFile.Usage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of the substitutions, by what they are. Names are looked up as they are written, or in capitals. */
final class Lexicon {

    private final SubstitutionFile file;
    private final Forms nouns;
    private final Forms adjectives;
    private final Forms before;
    private final Map<String, FirstName> firstNames = new HashMap<>();
    private final Map<String, Usage> surnames = new HashMap<>();
    private final Map<String, Usage> usages = new HashMap<>();
    private final Set<String> epicene = new HashSet<>();
    private final Set<String> ambiguous = new HashSet<>();

    /**
     * A first name that the data knows.
     *
     * @param place among the pairs of its usage
     */
    record FirstName(Usage usage, int place, Gender gender) {

        /** The name of the pair's other side. */
        String partner() {
            return usage.firstNames().get(place).get(gender == Gender.FEMININE ? 1 : 0);
        }
    }

    Lexicon(SubstitutionFile file) {
        this.file = file;
        nouns = new Forms(file.nouns());
        adjectives = new Forms(file.adjectives());
        before = new Forms(file.before());
        file.epicene().forEach(name -> epicene.add(key(name)));
        file.ambiguous().forEach(name -> ambiguous.add(key(name)));
        for (Usage usage : file.usages()) {
            usages.put(usage.id(), usage);
            usage.surnames().forEach(name -> surnames.putIfAbsent(key(name), usage));
            for (int place = 0; place < usage.firstNames().size(); place++) {
                List<String> pair = usage.firstNames().get(place);
                firstNames.putIfAbsent(key(pair.get(0)), new FirstName(usage, place, Gender.FEMININE));
                firstNames.putIfAbsent(key(pair.get(1)), new FirstName(usage, place, Gender.MASCULINE));
            }
        }
    }

    SubstitutionFile file() {
        return file;
    }

    Forms nouns() {
        return nouns;
    }

    Forms adjectives() {
        return adjectives;
    }

    Forms before() {
        return before;
    }

    /** The usage with this id. */
    Optional<Usage> usage(String id) {
        return Optional.ofNullable(usages.get(id));
    }

    Optional<FirstName> firstName(Token word) {
        return isName(word) ? Optional.ofNullable(firstNames.get(key(word.text()))) : Optional.empty();
    }

    boolean isFirstName(Token word) {
        return isName(word) && (firstNames.containsKey(key(word.text())) || epicene.contains(key(word.text())));
    }

    boolean isEpicene(Token word) {
        return epicene.contains(key(word.text()));
    }

    boolean isAmbiguous(Token word) {
        return ambiguous.contains(key(word.text()));
    }

    Optional<Usage> surname(Token word) {
        return isName(word) ? Optional.ofNullable(surnames.get(key(word.text()))) : Optional.empty();
    }

    /** The form of a title in the other gender. */
    Optional<Form> civility(Token word, boolean withPoint) {
        String written = withPoint ? word.text() + "." : word.text();
        for (List<String> pair : file.civilities()) {
            if (pair.get(0).equalsIgnoreCase(written)) {
                return Optional.of(new Form(pair.get(1), Gender.FEMININE, false));
            }
            if (pair.get(1).equalsIgnoreCase(written)) {
                return Optional.of(new Form(pair.get(0), Gender.MASCULINE, false));
            }
        }
        return Optional.empty();
    }

    /** Whether "de" and "le" lose their vowel before this word. */
    static boolean elides(String word) {
        String lower = word.toLowerCase(Locale.FRENCH);
        return "aàâäeéèêëiîïoôöuùûüœ".indexOf(lower.charAt(0)) >= 0
                || Set.of("homme", "hommes", "hélène", "henri", "hervé", "hugo", "habitant", "habitante")
                        .contains(lower);
    }

    static String key(String name) {
        return name.toLowerCase(Locale.FRENCH).replace('’', '\'');
    }

    private static boolean isName(Token word) {
        return word.isCapital();
    }
}
