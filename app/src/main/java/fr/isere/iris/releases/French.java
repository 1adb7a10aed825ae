package fr.isere.iris.releases;

import java.util.List;
import java.util.Set;

/** Whether a text is in French, by the small words that any French text has and others have not. Pure. */
final class French {

    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "des", "du", "une", "et", "est", "dans", "pour", "que", "qui", "sur", "au", "aux", "par",
            "avec", "ne", "pas", "vous", "votre", "vos", "ce", "cette", "ces", "sont", "il", "elle", "se", "ou", "un",
            "de", "à", "en");

    private static final Set<String> OTHERS = Set.of(
            "the", "and", "of", "to", "is", "are", "that", "with", "this", "you", "your", "for", "it", "be", "as", "il",
            "che", "di", "della", "per", "con", "el", "los", "las", "y", "der", "die", "und", "das", "ist", "not",
            "in");

    /** Of all words, the least that are small French ones. */
    private static final double LEAST = 0.12;

    /** Too few words to tell. */
    private static final int SHORT = 6;

    private French() {}

    static boolean is(List<String> words) {
        long french = words.stream().filter(FRENCH::contains).count();
        long others = words.stream().filter(OTHERS::contains).count();
        return words.size() < SHORT ? french >= others : french > others && french >= LEAST * words.size();
    }
}
