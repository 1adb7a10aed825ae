package fr.isere.iris.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is written in the place of what, with the elisions before it: "d'Élodie" and "de Laurent". */
final class Edits {

    private static final Map<String, String> ELIDED =
            Map.of("d'", "de", "qu'", "que", "lorsqu'", "lorsque", "puisqu'", "puisque");
    private static final Map<String, String> FULL =
            Map.of("de", "d'", "que", "qu'", "lorsque", "lorsqu'", "puisque", "puisqu'");

    private final Tokens tokens;
    private final TreeMap<Integer, Change> byStart = new TreeMap<>();

    Edits(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Writes these words in the place of the tokens from one to another; later words for the same place win. */
    void write(int first, int last, String words) {
        int start = tokens.at(first).start();
        writeAt(start, tokens.at(last).end(), words);
    }

    void writeAt(int start, int end, String words) {
        String from = tokens.text().substring(start, end);
        if (!from.equals(words)) {
            byStart.put(start, new Change(start, end, from, words));
        }
    }

    /** Writes a name, a pronoun or a place in the place of another, and has "de" and "que" before it agree. */
    void writeName(int first, int last, String words) {
        Token before = tokens.at(first - 1);
        boolean elides = Lexicon.elides(words);
        String full = ELIDED.get(before.lower());
        if (full != null && !elides && before.end() == tokens.at(first).start()) {
            write(first - 1, last, before.inItsCase(full) + " " + words);
            return;
        }
        String elided = FULL.get(before.lower());
        if (elided != null && elides && tokens.isBeside(first)) {
            write(first - 1, last, before.inItsCase(elided) + words);
            return;
        }
        write(first, last, words);
    }

    boolean isEmpty() {
        return byStart.isEmpty();
    }

    /** The text with all of it written; where two overlap, the first stands. */
    Exchange made() {
        StringBuilder variant = new StringBuilder();
        List<Change> kept = new ArrayList<>();
        int at = 0;
        for (Change change : byStart.values()) {
            if (change.start() >= at) {
                variant.append(tokens.text(), at, change.start()).append(change.to());
                at = change.end();
                kept.add(change);
            }
        }
        variant.append(tokens.text(), at, tokens.text().length());
        return new Exchange(variant.toString(), kept, null);
    }
}
