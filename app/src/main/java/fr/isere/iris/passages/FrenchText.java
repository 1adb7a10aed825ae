package fr.isere.iris.passages;

import java.util.ArrayList;
import java.util.List;

/** French as administrations write it: its sentences and its terms. Threads share one. */
public final class FrenchText {

    /** Built when first asked for, then shared: reading the model takes a third of a second. */
    private static final class Holder {
        static final FrenchText LOADED = new FrenchText(new SentenceFinder(), new Words());
    }

    private final SentenceFinder finder;
    private final Words words;

    private FrenchText(SentenceFinder finder, Words words) {
        this.finder = finder;
        this.words = words;
    }

    /** The one of this process. */
    public static FrenchText load() {
        return Holder.LOADED;
    }

    /** Where the sentences stand, in order; together they hold all of the text but spaces. */
    public List<Sentence> sentences(String text) {
        return finder.in(text);
    }

    /**
     * What the text speaks of, in its order and as often as it does: stems of words without stop words, and what it names exactly (articles,
     * dates, numbers) in one spelling each.
     */
    public List<String> terms(String text) {
        References.Found found = References.in(text);
        List<String> terms = new ArrayList<>(words.in(found.rest()));
        terms.addAll(found.names());
        return terms;
    }
}
